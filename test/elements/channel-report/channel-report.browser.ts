import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../demo/scenarios/late-parts.ts';
import { ChannelReport } from '../../../src/elements/channel-report/channel-report.ts';
import type { ChannelLoadEvent } from '../../../src/events/index.ts';

ChannelReport.define();

/** The channels of the seed's campaign (003). */
const SEED = {
  currency: 'EUR',
  channels: [
    {
      name: 'Google',
      impressions: 1000,
      clicks: 200,
      visits: 100,
      carts: 30,
      purchases: 20,
      cost: 400,
      revenue: 2000,
    },
    { name: 'Facebook', clicks: 100, purchases: 2, cost: 200, revenue: 200 },
    { name: 'Site banner', visits: 2000, purchases: 2, cost: 300, revenue: 150 },
    { name: 'Remarketing', visits: 110, purchases: 17, cost: 60, revenue: 1190 },
    { name: 'Friends', campaign: false, purchases: 40, revenue: 3100, counted: ['revenue'] },
  ],
};

async function show(result: unknown, settings: Partial<ChannelReport> = {}): Promise<ChannelReport> {
  const element = await fixture<ChannelReport>(html`<channel-report locale="en"></channel-report>`);
  Object.assign(element, settings, { result });
  await settle(element);
  return element;
}

async function settle(element: ChannelReport): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
}

const clean = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const all = (element: ChannelReport, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const names = (element: ChannelReport) =>
  all(element, 'tbody .name .text').map((node) =>
    [...node.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent?.trim())
      .join(''),
  );
const row = (element: ChannelReport, name: string) =>
  all(element, 'tbody').find((body) => clean(body.querySelector('.name')).startsWith(name))!;

describe('<channel-report>', () => {
  it('draws a result that is handed over at once, and not before that it is on its way', async () => {
    const element = await show(SEED);
    const next = new Promise((resolve) => {
      const look = () => [element.renderRoot.querySelector('.figure')?.ariaBusy, names(element)];
      element.addController({ hostUpdated: () => resolve(look()) });
    });
    element.result = { ...SEED, channels: SEED.channels.slice(0, 2) };
    expect(await next).to.deep.equal(['false', ['Google', 'Facebook']]);
  });

  it('shows the seed’s campaign: 20% of 100 visits, 400, 2,000, 1,600 left over, 5 : 1', async () => {
    const google = row(await show(SEED), 'Google');
    const cells = ['conversion', 'cost', 'revenue', 'profit', 'ratio'].map((name) =>
      clean(google.querySelector(`td.${name}`)),
    );
    expect(cells).to.deep.equal(['20% of 100 visits', '€400', '€2,000', '€1,600', '5 : 1']);
    expect(google.querySelector('td.ratio')!.classList.contains('good')).to.be.true;
  });

  it('opens a row to the chain: 2% of those who saw it, by keyboard', async () => {
    const element = await show(SEED);
    const button = row(element, 'Google').querySelector<HTMLButtonElement>('.toggle')!;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await settle(element);
    expect(element.shadowRoot!.activeElement).to.equal(button);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const chain = all(element, '.chain li').map(clean);
    expect(chain).to.deep.equal([
      'saw it 1,000',
      'clicks 200 20%',
      'visits 100 10%',
      'carts 30 3%',
      'purchases 20 2%',
    ]);
    expect(clean(element.renderRoot.querySelector('dl'))).to.contain('per click €2.00');
  });

  it('gives the advice with its reason', async () => {
    const element = await show(SEED);
    const advice = (name: string) => clean(row(element, name).querySelector('td.advice'));
    expect(advice('Google')).to.equal(
      'Strengthen 20% of 100 visits led to a purchase: from 5% on it is worth more money.',
    );
    expect(advice('Facebook')).to.contain('Another audience');
    expect(advice('Site banner')).to.contain('Cancel');
    expect(advice('Site banner')).to.contain('Put the money into Google.');
    expect(advice('Remarketing')).to.contain('Keep Always kept');
    expect(advice('Friends')).to.contain('No campaign');
  });

  it('takes bounds and history of the host’s', async () => {
    const element = await show(SEED, {
      history: [{ channel: 'facebook', action: 'other-audience' }],
      bounds: { strengthenFrom: 0.5 },
    });
    expect(clean(row(element, 'Facebook').querySelector('.pill'))).to.equal('Leave');
    expect(clean(row(element, 'Google').querySelector('.pill'))).to.equal('Go on');
  });

  it('shows the unknown as unknown, never as 0, and says what a total leaves out', async () => {
    const element = await show(SEED);
    const cells = ['cost', 'profit', 'ratio'].map((name) =>
      clean(row(element, 'Friends').querySelector(`td.${name}`)),
    );
    expect(cells).to.deep.equal(['–', '–', '–']);
    const totals = all(element, 'tfoot tr').map((line) =>
      [...line.querySelectorAll('.name, td:not(.void)')].map(clean),
    );
    expect(totals).to.deep.equal([
      ['Total the 4 of 5 channels whose cost and revenue are known', '€960', '€3,540', '€2,580', '3.69 : 1'],
      ['The other channel cost or revenue unknown, so not in the total', '€3,100'],
    ]);
    expect(clean(row(element, 'Friends').querySelector('.hint'))).to.contain('Counted from your own data');
    expect(clean(element.renderRoot.querySelector('.notes p'))).to.equal(
      '* Counted from your own data, not reported by the channel.',
    );
  });

  it('sums up what came of it', async () => {
    expect((await show(SEED)).summary).to.equal(
      '4 of 5 channels cost €960 and brought €3,540: €2,580 left over. Losing money: Site banner (−€150). Strengthen Google. Stop Site banner.',
    );
  });

  it('sorts by a column, turns round, keeps the unknown last, and says so', async () => {
    const element = await show(SEED);
    expect(names(element)).to.deep.equal(['Google', 'Remarketing', 'Facebook', 'Site banner', 'Friends']);
    const button = (column: string) => all(element, `[data-column=${column}]`)[0] as HTMLButtonElement;
    button('cost').focus();
    await sendKeys({ press: 'Enter' });
    await settle(element);
    expect(names(element)).to.deep.equal(['Google', 'Site banner', 'Facebook', 'Remarketing', 'Friends']);
    expect(element.shadowRoot!.activeElement).to.equal(button('cost'));
    button('cost').click();
    await settle(element);
    expect(names(element)).to.deep.equal(['Remarketing', 'Facebook', 'Site banner', 'Google', 'Friends']);
    expect(button('cost').closest('th')!.getAttribute('aria-sort')).to.equal('ascending');
    button('name').click();
    await settle(element);
    expect(names(element)[0]).to.equal('Facebook');
    expect(element.sort).to.equal('name');
  });

  it('tells the host what the user sorted and opened, and takes it back', async () => {
    const element = await show(SEED);
    const views: unknown[] = [];
    element.addEventListener('view-change', (event) => views.push(event.view));
    row(element, 'Google').querySelector<HTMLButtonElement>('.toggle')!.click();
    (all(element, '[data-column=cost]')[0] as HTMLButtonElement).click();
    await settle(element);
    expect(views).to.deep.equal([
      { sort: '-profit', opened: ['Google'] },
      { sort: '-cost', opened: ['Google'] },
    ]);
    const other = await show(SEED, { view: views[1] as ChannelReport['view'] });
    expect(all(other, '.details').length).to.equal(1);
    expect(views.length, 'what the host sets is not told back').to.equal(2);
  });

  it('makes no rate of more purchases than visits, and says why', async () => {
    const element = await show({ channels: [{ name: 'Post', visits: 355, purchases: 372 }] });
    expect(clean(row(element, 'Post').querySelector('td.conversion'))).to.equal(
      '372 purchases, more than the 355 visits: they do not count the same, so there is no rate',
    );
    expect(clean(element.renderRoot.querySelector('table'))).not.to.match(/1\d\d(\.\d)?%/);
  });

  it('marks 5 : 1 on every bar at the same place', async () => {
    const element = await show(SEED);
    const marks = all(element, 'td.ratio .bar').map((bar) => {
      const left = parseFloat(getComputedStyle(bar, '::after').insetInlineStart);
      return Math.round((left / bar.clientWidth) * 100);
    });
    expect(new Set(marks).size).to.equal(1);
    expect(clean(element.renderRoot.querySelector('.key'))).to.equal('5 : 1, the usual goal');
  });

  it('computes from campaigns alone, with the currency of the data', async () => {
    const element = await fixture<ChannelReport>(html`<channel-report locale="fr"></channel-report>`);
    element.data = {
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      asOf: '2026-02-01',
      campaigns: [
        { channel: 'Google', date: '2026-01-10', clicks: 100, purchases: 9, cost: 200, revenue: 900 },
      ],
    };
    const { result } = (await oneEvent(element, 'channel-load')) as ChannelLoadEvent;
    expect(result.channels[0]!.purchases).to.equal(9);
    await settle(element);
    expect(clean(row(element, 'Google').querySelector('.pill'))).to.equal('Renforcer');
    expect(clean(row(element, 'Google').querySelector('td.profit'))).to.equal('700 €');
  });

  it('says so where there is no channel', async () => {
    expect(clean((await show({ channels: [] })).renderRoot.querySelector('.state'))).to.contain(
      'No channel has figures',
    );
  });

  it('is accessible as a table and as cards, in light and dark', async () => {
    const element = await show(SEED);
    row(element, 'Google').querySelector<HTMLButtonElement>('.toggle')!.click();
    await settle(element);
    await expect(element).to.be.accessible();
    element.style.inlineSize = '360px';
    element.style.colorScheme = 'dark';
    await settle(element);
    await expect(element).to.be.accessible();
  });

  it('fits 320 px, with targets of 24 px', async () => {
    const element = await show(SEED);
    element.style.inlineSize = '320px';
    row(element, 'Google').querySelector<HTMLButtonElement>('.toggle')!.click();
    await settle(element);
    const base = element.renderRoot.querySelector<HTMLElement>('.figure')!;
    expect(base.scrollWidth).to.be.at.most(base.clientWidth);
    for (const button of all(element, 'button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.outerHTML).to.be.at.least(24);
    }
  });
});
