import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { FunnelwheelError } from '../../../src/engine/error.ts';
import { skipWithout } from '../../support/engine.ts';
import { makePeople } from './fake-people-host.ts';
import {
  button,
  choose,
  drawn,
  find,
  mount,
  press,
  rowAt,
  said,
  select,
  show,
  text,
  watchPage,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

const HOSTILE = [
  'x'.repeat(10_000),
  '<b>bold</b><img src=x onerror="document.title=\'hacked\'">',
  '\u202egnp.exe\u202d evil',
  '👩‍👩‍👧‍👦 Family 🧘',
  '   \u200e',
  'مريم الفاسي',
];

describe('a list', () => {
  it('that is on its way is in outline, under the number of the cell', async () => {
    const { list, host } = await mount();
    host.wait = () => new Promise(() => undefined);
    choose(host, 500);
    await waitUntil(() => find(list, '.bone') !== null);
    expect(text(list, '.count')).to.equal('500 people');
    expect(find(list, '[role=grid]')?.getAttribute('aria-busy')).to.equal('true');
    expect(find(list, '[role=grid]')?.getAttribute('aria-rowcount')).to.equal('-1');
    await expect(list).to.be.accessible();
  });

  it('of one has one row', async () => {
    const { list } = await show(1);
    expect(drawn(list).length).to.equal(1);
    expect(text(list, '.count')).to.equal('1 person');
  });

  it('of which a block failed offers to ask again in its rows, by mouse and by key', async () => {
    const { list, host } = await mount(6000);
    choose(host);
    await waitUntil(() => list.model.isTooLong && rowAt(list, 0) !== null);
    host.brokenFrom = 200;
    find(list, '.grid')!.scrollTop = 1000 * 44;
    await waitUntil(() => rowAt(list, 1000)?.innerText.includes('could not be loaded') === true);
    await expect(list).to.be.accessible();
    host.brokenFrom = Infinity;
    rowAt(list, 1000)?.querySelector('button')?.focus();
    await press(list, 'Enter');
    await waitUntil(() => rowAt(list, 1000)?.innerText.includes('Client 1000') === true);
    expect(list.shadowRoot?.activeElement?.closest('.grid')).not.to.equal(null);
  });

  it('that fails for want of a connection says so, and goes on by itself when it is back', async () => {
    const { list, host } = await mount();
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
    host.wait = () => (isOnline ? Promise.resolve() : Promise.reject(new FunnelwheelError('network', 'x')));
    choose(host);
    await waitUntil(() => text(list, '.state').includes('You are offline.'));
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => rowAt(list, 0)?.innerText.includes('Client 000') === true);
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('says which people of the selection are gone after a refresh', async () => {
    const { list, host } = await show();
    await select(list, 0, 1);
    host.rows = host.rows.slice(2);
    list.refresh();
    await waitUntil(() => text(list, '.banner') === '2 selected people are no longer in this list.');
    await waitUntil(() => said(list).includes('no longer in this list'));
    await select(list, 0);
    expect(find(list, '.banner')).to.equal(null);
  });

  it('says that everybody is somebody else after a refresh', async () => {
    const { list, host } = await show();
    find(list, '.header input')?.click();
    await list.updateComplete;
    host.rows = makePeople(499);
    list.refresh();
    await waitUntil(() => text(list, '.banner').includes('now 499 instead of 500'));
    button(list, 'Clear')?.click();
    await list.updateComplete;
    expect(find(list, '.banner')).to.equal(null);
  });

  for (const width of [340, 760, 1080]) {
    it(`of hostile names stands at ${width} px: as text, each in its own row and direction`, async () => {
      const { list, host } = await mount();
      await setViewport({ width, height: 900 });
      host.rows = HOSTILE.map((name, id) => ({
        ...makePeople(id + 1)[id]!,
        name,
        tags: [name],
        source: name,
      }));
      choose(host, HOSTILE.length);
      await waitUntil(() => list.model.allRows !== undefined && rowAt(list, 5) !== null);
      await list.updateComplete;
      const title = document.title;
      const heights = drawn(list).map((row) => row.getBoundingClientRect().height);
      expect(new Set(heights).size, 'all rows are of one height').to.equal(1);
      const base = find(list, '.base')!;
      expect(base.scrollWidth).to.be.at.most(base.clientWidth);
      expect(rowAt(list, 1)?.querySelector('b, img')).to.equal(null);
      expect(rowAt(list, 1)?.innerText).to.contain('<b>bold</b>');
      expect(rowAt(list, 4)?.querySelector<HTMLElement>('.name')?.innerText).to.equal('client4@example.com');
      expect(getComputedStyle(rowAt(list, 2)!.querySelector('.name')!).unicodeBidi).to.equal('plaintext');
      const label = rowAt(list, 2)?.querySelector('input')?.getAttribute('aria-label');
      expect(label, 'it turns nothing around it').to.equal('Select \u2068gnp.exe evil\u2069');
      find(list, '.row[data-row="0"] .c-name')?.click();
      await list.updateComplete;
      expect(base.scrollWidth, 'with the details').to.be.at.most(base.clientWidth);
      expect(document.title).to.equal(title);
    });
  }

  it('is printed as a whole, in order, without its tools', async function () {
    await skipWithout(this, 'emulate-media');
    const { list } = await show(60);
    find(list, '.grid')!.scrollTop = 30 * 44;
    await waitUntil(() => rowAt(list, 0) === null);
    await emulateMedia({ media: 'print' });
    await waitUntil(() => drawn(list).length === 60);
    const tops = drawn(list).map((row) => row.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    expect(rowAt(list, 59)!.getBoundingClientRect().bottom).to.be.at.most(
      find(list, '.grid')!.getBoundingClientRect().bottom + 1,
    );
    expect(find(list, '.tools')?.offsetParent ?? null).to.equal(null);
    await emulateMedia({ media: 'screen' });
    await waitUntil(() => drawn(list).length < 60);
  });

  it('too long for paper is printed as far as its first thousand, and says so', async function () {
    await skipWithout(this, 'emulate-media');
    const { list } = await show(1500);
    const note = () => getComputedStyle(find(list, '.print-note')!).display;
    expect(note()).to.equal('none');
    await emulateMedia({ media: 'print' });
    await waitUntil(() => drawn(list).length === 1000);
    expect(note()).to.equal('block');
    expect(text(list, '.print-note')).to.contain('The first 1,000 of 1,500');
    await emulateMedia({ media: 'screen' });
    await waitUntil(() => drawn(list).length < 60);
  });

  it('has rows of 36 px where it is compact', async () => {
    const { list } = await show(60);
    list.density = 'compact';
    await waitUntil(() => rowAt(list, 1)?.getBoundingClientRect().height === 36);
    await press(list, 'Tab');
    find(list, '.row[data-row="0"] .c-name')?.focus();
    await press(list, 'Control+End');
    await waitUntil(() => rowAt(list, 59) !== null);
    expect(rowAt(list, 59)!.getBoundingClientRect().bottom).to.be.at.most(
      find(list, '.grid')!.getBoundingClientRect().bottom + 1,
    );
  });
});
