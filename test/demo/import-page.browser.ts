import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import { ImportPage } from '../../demo/import/import-page.ts';
import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';

const MUSCLEHUB = '../../../shared/data/datasets/musclehub';

/** Waits for what a page shows some time later; mocha's own limit ends a wait in vain. */
async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the page for one’s own files', () => {
  const address = location.href;
  let root: HTMLElement;
  let page: ImportPage;

  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
    page = new ImportPage(root, { language: 'en', theme: 'system' });
  });

  afterEach(() => {
    root.remove();
    history.replaceState(null, '', address);
  });

  function set(name: string, value: string): void {
    const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function press(label: string): void {
    root.querySelector<HTMLElement>(`button[aria-label="${label}"]`)!.click();
  }

  /** The counts of the chart once they are those that are expected; a wrong count ends in mocha's limit, told. */
  async function expectCounts(expected: number[]): Promise<void> {
    const counts = () =>
      (root.querySelector('funnel-chart') as FunnelChart | null)?.result?.steps.map((step) => step.converted);
    await until(() => JSON.stringify(counts()) === JSON.stringify(expected)).catch(() => undefined);
    expect(counts()).to.deep.equal(expected);
  }

  it('shows the sample’s rejected rows with their lines', async () => {
    root.querySelector<HTMLElement>('[name=sample]')!.click();
    const table = await until(() => root.querySelector('.rejected table'));
    const lines = [...table.querySelectorAll('td.number')].map((cell) => cell.textContent?.trim());
    expect(lines).to.deep.equal(['42', '99', '152']);
    await expectCounts([160, 69, 50, 25]);
    await expect(root).to.be.accessible();
    expect(root.querySelector('.brand')?.closest('aside')?.querySelector('.side-note')).not.to.equal(null);
  });

  it('says what is missing, and computes again once it is said', async () => {
    const csv = 'who,what,when\n1,visit,2026-01-02\n2,visit,2026-01-03\n1,buy,2026-01-04\n';
    await page.addFiles([new File([csv], 'log.csv')]);
    const choose = (name: string, header: string) => set(name, header);
    if (root.querySelector<HTMLSelectElement>('[name=role]')!.value !== 'events') set('role', 'events');
    choose('column-person', 'who');
    choose('column-at', 'when');
    choose('type-column', 'what');
    await expectCounts([2, 1]);
  });

  it('tells of a file that cannot be read', async () => {
    await page.addFiles([new File(['<!doctype html><html></html>'], 'page.csv')]);
    expect(root.querySelector('.notice.bad')?.textContent).to.include('page.csv');
  });

  it('tells so in the language of the page, with no word of the engine', async () => {
    root.remove();
    root = document.createElement('div');
    document.body.append(root);
    page = new ImportPage(root, { language: 'fr', theme: 'system' });
    await page.addFiles([new File(['id,name\n'], 'empty.csv')]);
    const notice = root.querySelector('.notice.bad')?.textContent?.trim();
    expect(notice).to.equal('empty.csv n’a pas pu être lu : aucune de ses lignes n’est utilisable.');
  });

  it('counts all rows of a file, and those that are used', async () => {
    const csv =
      'client_id,event,date\n1,visit,2026-01-02\n2,visit,never\n,visit,2026-01-02\n1,visit\n1,buy,2026-01-04\n';
    await page.addFiles([new File([csv], 'log.csv')]);
    const count = await until(() => root.querySelector('.file .count'));
    await until(() => count.textContent?.includes('used'));
    expect(count.textContent).to.equal('5 rows, 2 used');
    expect(root.querySelector('.found')?.textContent).to.include('1 person, 2 events');
  });

  it('says that the period ends before it begins, and shows no funnel of it', async () => {
    const csv = 'client_id,event,date\n1,visit,2026-01-02\n1,buy,2026-01-04\n';
    await page.addFiles([new File([csv], 'log.csv')]);
    await until(() => root.querySelector('funnel-chart'));
    set('from', '2026-01-03');
    expect(root.querySelector<HTMLInputElement>('[name=to]')?.min).to.equal('2026-01-03');
    set('to', '2026-01-01');
    expect(root.querySelector('[role=alert]')?.textContent).to.include('ends before it begins');
    expect(root.querySelector('funnel-chart')).to.equal(null);
    set('to', '2026-01-31');
    expect(root.querySelector('[role=alert]')).to.equal(null);
    expect(root.querySelector('funnel-chart')).not.to.equal(null);
  });

  it('shows MuscleHub’s figures, with the period and without', async function () {
    const clients = await readFile({ path: `${MUSCLEHUB}/clients.csv` });
    const events = await readFile({ path: `${MUSCLEHUB}/events.csv` });
    if (clients === undefined || events === undefined) {
      console.warn('skipped: the folder ../shared is not beside the checkout');
      this.skip();
    }
    await page.addFiles([new File([clients], 'clients.csv'), new File([events], 'events.csv')]);
    const steps = () =>
      [...root.querySelectorAll<HTMLSelectElement>('.steps select')].map((select) => select.value);
    expect(steps()).to.include('fitness_test');
    press(`Remove step ${steps().indexOf('fitness_test') + 1}`);
    ['visit', 'application', 'purchase'].forEach((type, index) => set(`step-${index + 1}`, type));
    await expectCounts([5997, 575, 450]);
    set('from', '2017-07-01');
    await expectCounts([4998, 575, 450]);
    set('from', '');
    await expectCounts([5997, 575, 450]);
  });
});
