import { expect } from '@open-wc/testing';
import type { HighlightChangeEvent } from '../../../src/events/index.ts';
import { all, keepPageClean, listen, one, settle, show, textOf } from './chart-fixture.ts';
import { manyGroups, october, plain } from '../../../demo/scenarios/funnel-results.ts';

describe('<funnel-chart> legend', () => {
  keepPageClean();

  it('makes one item stand out and fades the others, without changing a number', async () => {
    const chart = await show(october);
    const told = listen<HighlightChangeEvent>(chart, 'highlight-change');
    const widths = (): number[] => all(chart, '.piece').map((piece) => piece.getBoundingClientRect().width);
    const before = { text: textOf(one(chart, '[role="grid"]')), widths: widths() };
    const website = all(chart, '.legend button').find((button) => textOf(button).includes('Website'));
    expect(website?.getAttribute('aria-pressed')).to.equal('false');
    website?.click();
    await settle(chart);
    expect(website?.getAttribute('aria-pressed')).to.equal('true');
    expect(chart.highlight).to.deep.equal({ group: 'Website' });
    expect(all(chart, '.seg-2.segment.faded').length).to.equal(0);
    const others = all(chart, '.piece:not(.seg-2)');
    expect(others.every((piece) => piece.matches('.faded'))).to.equal(true);
    expect(textOf(one(chart, '[role="grid"]'))).to.equal(before.text);
    expect(widths()).to.deep.equal(before.widths);
    const faded = getComputedStyle(one(chart, '.seg-3.segment'));
    expect(faded.backgroundColor, 'only outline and texture are left').to.equal(
      getComputedStyle(one(chart, '.chart')).backgroundColor,
    );
    expect(faded.backgroundImage).to.include('gradient');
    expect(faded.boxShadow).to.include('inset');
    website?.click();
    await settle(chart);
    expect(chart.highlight).to.equal(undefined);
    expect(all(chart, '.faded').length).to.equal(0);
    expect(told.map(({ highlight }) => highlight)).to.deep.equal([{ group: 'Website' }, undefined]);
  });

  it('highlights what was lost and who is open, in a funnel without groups too', async () => {
    const chart = await show(plain);
    const labels = all(chart, '.legend button').map(textOf);
    expect(labels).to.deep.equal(['Reached the step', 'Still open', 'Lost']);
    all(chart, '.legend button')[2]?.click();
    await settle(chart);
    expect(chart.highlight).to.deep.equal({ outcome: 'dropped' });
    expect(all(chart, '.segment').every((segment) => segment.matches('.faded'))).to.equal(true);
    expect(all(chart, '.lost.faded').length).to.equal(0);
  });

  it('takes a highlight of the host’s without telling it back, and ignores one that is not drawn', async () => {
    const chart = await show(october);
    const told = listen(chart, 'highlight-change');
    chart.highlight = { group: 'Referral' };
    await settle(chart);
    expect(all(chart, '.segment:not(.faded)').every((segment) => segment.matches('.seg-3'))).to.equal(true);
    chart.highlight = { group: 'nobody' };
    await settle(chart);
    expect(all(chart, '.faded').length).to.equal(0);
    expect(told.length).to.equal(0);
  });

  it('says each group’s rate over the whole funnel, and explains marks without a button', async () => {
    const chart = await show(october);
    expect(all(chart, '.legend .key').map(textOf)).to.deep.equal([
      'Meta Ads 7.6% reached the last step',
      'Website 16.2% reached the last step',
      'Referral 39.3% reached the last step',
      'Still open',
      'Lost',
      'Count, September 1 – 30, 2026',
    ]);
    expect(all(chart, '.legend span.key').length).to.equal(1);
    for (const button of all(chart, '.legend button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('draws each group the same in the legend and on the bars', async () => {
    const chart = await show(manyGroups);
    const looks = all(chart, '.legend .swatch[class*="seg-"]').map((swatch) => getComputedStyle(swatch));
    looks.forEach((look, index) => {
      const segment = getComputedStyle(one(chart, `.segment.seg-${index + 1}`));
      expect(look.backgroundColor).to.equal(segment.backgroundColor);
      expect(look.backgroundImage).to.equal(segment.backgroundImage);
    });
    expect(new Set(looks.map(({ backgroundImage }) => backgroundImage)).size, 'six textures').to.equal(6);
  });

  it('has textures with several groups, always, or never, as the host says', async () => {
    const textured = async (result: typeof plain, textures: 'auto' | 'on' | 'off'): Promise<boolean> => {
      const chart = await show(result, { textures });
      const segments = all(chart, '.segment').map((segment) => getComputedStyle(segment).backgroundImage);
      const legend = all(chart, '.legend.textured').length === 1;
      chart.remove();
      return segments.some((image) => image !== 'none') || legend;
    };
    expect(await textured(october, 'auto')).to.equal(true);
    expect(await textured(october, 'off')).to.equal(false);
    expect(await textured(plain, 'auto')).to.equal(false);
    expect(await textured(plain, 'on')).to.equal(true);
  });
});
