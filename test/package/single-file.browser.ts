import { expect } from '@open-wc/testing';

/** The address of the built file; in a variable, so that Vite leaves the import to the browser. */
const singleFile = '/dist/cdn/funnelwheel.js';

describe('the single built file', () => {
  before(async () => {
    await import(/* @vite-ignore */ singleFile);
  });

  it('defines every tag', () => {
    for (const tag of [
      'activation-rate',
      'channel-report',
      'experiment-readout',
      'funnel-chart',
      'funnel-step-drilldown',
      'lifecycle-wheel',
    ])
      expect(customElements.get(tag), tag).to.be.a('function');
  });

  it('can be loaded a second time, from another address, without an error', async () => {
    const first = customElements.get('funnel-chart');
    await import(/* @vite-ignore */ `${singleFile}?again`);
    expect(customElements.get('funnel-chart')).to.equal(first);
  });

  it('upgrades a tag that is on the page', async () => {
    const element = document.createElement('funnel-chart');
    document.body.append(element);
    await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    expect(element.shadowRoot?.childElementCount).to.be.greaterThan(0);
    element.remove();
  });
});
