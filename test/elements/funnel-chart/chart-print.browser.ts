import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { keepPageClean, one, resetMedia, settle, show, textOf } from './chart-fixture.ts';
import { october } from '../../../demo/scenarios/funnel-results.ts';
import { skipWithout } from '../../support/engine.ts';

describe('a chart on paper', () => {
  keepPageClean();
  before(async function () {
    await skipWithout(this, 'emulate-media');
  });
  afterEach(resetMedia);

  it('says whom and when it is about, what it is filtered by and when it was printed, without its tools', async () => {
    const chart = await show(october, { filters: { lead: { source: ['Website'] } } });
    window.dispatchEvent(new Event('beforeprint'));
    await settle(chart);
    const line = one(chart, '.print-time');
    expect(getComputedStyle(line).display, 'on the screen').to.equal('none');
    await emulateMedia({ media: 'print' });
    expect(textOf(line)).to.match(/^Printed on \w+ \d+, \d{4}/);
    expect(line.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(textOf(one(chart, '.scope'))).to.contain('October 1');
    expect(textOf(one(chart, '.chip'))).to.contain('Website');
    for (const part of ['tools', 'export-button'])
      expect(one(chart, `[part="${part}"]`).getBoundingClientRect().height, part).to.equal(0);
    expect(getComputedStyle(one(chart, '.row')).breakInside).to.equal('avoid');
  });

  it('is light with textures, whatever the page is', async () => {
    const chart = await show(october, { textures: 'off' });
    document.documentElement.style.setProperty('color-scheme', 'dark');
    await emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(getComputedStyle(one(chart, '.chart')).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(one(chart, '.segment.seg-2')).backgroundImage).to.contain('gradient');
  });
});
