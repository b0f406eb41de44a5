import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { skipWithout } from '../../support/engine.ts';
import {
  all,
  keepPageClean,
  listenToMoves,
  one,
  paint,
  resetMedia,
  settle,
  show,
  textOf,
} from './chart-fixture.ts';
import { growing, october, plain } from '../../../demo/scenarios/funnel-results.ts';

function styleOf(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

describe('<funnel-chart> in other media', () => {
  keepPageClean();

  it('follows color-scheme, the page’s and its own, live', async () => {
    const chart = await show(october);
    const ground = (): string => styleOf(one(chart, '.chart')).backgroundColor;
    document.documentElement.style.setProperty('color-scheme', 'light');
    expect(ground()).to.equal('rgb(255, 255, 255)');
    document.documentElement.style.setProperty('color-scheme', 'dark');
    expect(ground()).to.equal('rgb(18, 22, 31)');
    chart.style.setProperty('color-scheme', 'light');
    expect(ground()).to.equal('rgb(255, 255, 255)');
  });

  it('takes the system’s colours when they are forced, by CSS alone, with textures', async function () {
    await skipWithout(this, 'emulate-media');
    const chart = await show(plain);
    const broken = await show(october, { textures: 'off' });
    let renders = 0;
    const { render } = chart;
    Object.assign(chart, { render: () => ((renders += 1), render.call(chart)) });
    await emulateMedia({ forcedColors: 'active' });
    await paint(chart);
    expect(renders).to.equal(0);
    const resolve = (name: string): string => {
      const probe = document.createElement('div');
      probe.style.setProperty('color', name);
      document.body.append(probe);
      const { color } = styleOf(probe);
      probe.remove();
      return color;
    };
    expect(styleOf(one(chart, '.segment')).backgroundColor).to.equal(resolve('CanvasText'));
    expect(styleOf(one(chart, '.lost')).backgroundColor).to.equal(resolve('Canvas'));
    expect(styleOf(one(chart, '.lost')).borderTopColor).to.equal(resolve('GrayText'));
    expect(styleOf(one(broken, '.previous')).backgroundColor).to.equal(resolve('Highlight'));
    const textures = ['.segment.seg-1', '.segment.seg-2', '.segment.seg-3'].map(
      (name) => styleOf(one(broken, name)).backgroundImage,
    );
    expect(new Set(textures).size, 'one colour is left: textures tell them apart').to.equal(3);
    const growth = styleOf(one(await show(growing), '.growth'));
    expect(growth.borderTopColor, 'it can be seen on the bar').to.equal(resolve('Canvas'));
    await resetMedia();
  });

  it('prints light, with textures and filters, without what cannot be pressed', async function () {
    await skipWithout(this, 'emulate-media');
    const chart = await show(october, { textures: 'off', filters: { lead: { source: ['Website'] } } });
    await emulateMedia({ media: 'print', colorScheme: 'dark' });
    await settle(chart);
    document.documentElement.style.setProperty('color-scheme', 'dark');
    expect(styleOf(one(chart, '.chart')).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(styleOf(one(chart, '.segment.seg-2')).backgroundImage).to.include('gradient');
    expect(styleOf(one(chart, '.segment')).printColorAdjust).to.equal('exact');
    for (const selector of ['.toolbar', '.icon-button', '.chips .clear', '.chip svg'])
      expect(styleOf(one(chart, selector)).display, selector).to.equal('none');
    expect(textOf(one(chart, '.chip'))).to.equal('Leads created: Source = Website');
    expect(styleOf(one(chart, '.chip')).display).not.to.equal('none');
    for (const selector of ['.scope', '.summary', '.notes', '.legend'])
      expect(one(chart, selector).getBoundingClientRect().height, selector).to.be.greaterThan(0);
    for (const row of all(chart, '.row')) expect(styleOf(row).breakInside).to.equal('avoid');
    await resetMedia();
  });

  it('does not move where motion is to be reduced', async function () {
    await skipWithout(this, 'emulate-media');
    await emulateMedia({ reducedMotion: 'reduce' });
    const chart = await show(plain);
    const moves = listenToMoves(chart);
    chart.result = {
      ...plain,
      steps: plain.steps.map((step) => ({ ...step, converted: (step.converted ?? 0) / 2 })),
    };
    await settle(chart);
    await paint(chart);
    expect(moves).to.deep.equal([]);
    const loading = await show(undefined, {
      source: { kind: 'src', load: () => new Promise(() => undefined) },
    });
    expect(styleOf(one(loading, '.skeleton .outline')).animationName).to.equal('none');
    await resetMedia();
  });

  it('never moves without end', async () => {
    const loading = await show(undefined, {
      source: { kind: 'src', load: () => new Promise(() => undefined) },
    });
    const { animationIterationCount } = styleOf(one(loading, '.skeleton .outline'));
    expect(Number(animationIterationCount)).to.be.at.most(4);
  });
});
