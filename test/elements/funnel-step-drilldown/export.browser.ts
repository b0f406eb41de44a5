import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PeopleExportEvent } from '../../../src/events/index.ts';
import {
  button,
  choose,
  find,
  mount,
  rowAt,
  said,
  select,
  show,
  text,
  watchPage,
  type Stage,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

/** Files handed to the browser: their names and what is in them. */
const files: { name: string; blob: Blob }[] = [];
const originals = { create: URL.createObjectURL.bind(URL), click: HTMLAnchorElement.prototype.click };

before(() => {
  let latest: Blob | undefined;
  URL.createObjectURL = (blob: Blob) => {
    latest = blob;
    return originals.create(blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    if (this.download && latest) files.push({ name: this.download, blob: latest });
    else originals.click.call(this);
  };
});
after(() => {
  URL.createObjectURL = originals.create;
  HTMLAnchorElement.prototype.click = originals.click;
});
beforeEach(() => (files.length = 0));

const startExport = (list: Stage['list']) => find(list, '[data-act=export]')?.click();
/** Thousands of rows take their time on a busy machine. */
const hasFile = () => waitUntil(() => files.length === 1, 'a file was written');
const read = async () =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files[0]!.blob.arrayBuffer());

describe('the export of a list', () => {
  it('writes everybody listed, with the columns of the list, and says so', async () => {
    const { list } = await show();
    setTimeout(() => startExport(list));
    const event = (await oneEvent(list, 'people-export')) as unknown as PeopleExportEvent;
    expect(event.count).to.equal(500);
    expect(event.rule).to.deep.include({ funnel: 'leads', mode: 'exclude' });
    expect(event.columns.slice(0, 2)).to.deep.equal(['name', 'source']);
    await hasFile();
    const lines = (await read()).split('\r\n');
    expect(lines[0]).to.equal(
      '\ufeffClient,E-mail address,Phone,Source,Lead stage,Entered,Waiting (days),Next step,Tags,Consent',
    );
    expect(lines[1]).to.equal(
      'Client 000,client0@example.com,,Website,Contacted,2026-10-30,1,Checkout page viewed · Send the price list,VIP,E-mail: No',
    );
    expect(lines.length).to.equal(502);
    expect(files[0]!.name).to.equal('Lead-contacted-lost-before-Checkout-page-viewed-2026-10-31.csv');
    await waitUntil(() => text(list, '.export').includes('500 people exported to'));
    await waitUntil(() => said(list).includes('500 people exported'));
    find(list, '.export .icon-button')?.click();
    await list.updateComplete;
    expect(find(list, '.export')).to.equal(null);
  });

  it('is of those found, in their order; or of those selected, wherever they are', async () => {
    const { list } = await show();
    find(list, 'input[type=search]')?.focus();
    await sendKeys({ type: 'client 01' });
    await waitUntil(() => list.model.total === 15);
    await list.updateComplete;
    startExport(list);
    await hasFile();
    expect((await read()).trim().split('\r\n').length).to.equal(16);
    await select(list, 0, 1);
    expect(text(list, '[data-act=export]')).to.equal('Export 2 people');
    files.length = 0;
    startExport(list);
    await hasFile();
    const lines = (await read()).trim().split('\r\n');
    expect(lines.slice(1).map((line) => line.slice(0, 10))).to.deep.equal(['Client 001', 'Client 010']);
  });

  it('goes through the pages of a long list, tells how far it is, and stops when told to', async () => {
    const { list, host } = await mount(6000);
    choose(host);
    await waitUntil(() => list.model.isTooLong && rowAt(list, 0) !== null);
    await list.updateComplete;
    startExport(list);
    await hasFile();
    expect((await read()).trim().split('\r\n').length).to.equal(6001);
    const answers: (() => void)[] = [];
    host.wait = () => new Promise<void>((resolve) => answers.push(resolve));
    startExport(list);
    await waitUntil(() => text(list, '.export').includes('Exporting 0 of 6,000'));
    await waitUntil(() => answers.length === 1);
    answers[0]?.();
    await waitUntil(() => text(list, '.export').includes('Exporting 1,000 of 6,000'));
    expect(find<HTMLProgressElement>(list, '.export progress')?.value).to.equal(1000);
    await expect(list).to.be.accessible();
    button(list, 'Stop')?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(list, '.export').includes('was stopped; no file was written'));
    expect(list.shadowRoot?.activeElement?.classList.contains('export'), 'the focus stays').to.equal(true);
    for (const answer of answers) answer();
    expect(files.length).to.equal(1);
  });

  it('that fails says so and to whom, and is tried again', async () => {
    const { list, host } = await mount(6000);
    choose(host);
    await waitUntil(() => list.model.isTooLong && rowAt(list, 0) !== null);
    await list.updateComplete;
    host.brokenFrom = 2000;
    setTimeout(() => startExport(list));
    await oneEvent(list, 'people-error');
    await waitUntil(() => text(list, '.export').includes('failed; no file was written'));
    expect(files.length).to.equal(0);
    host.brokenFrom = Infinity;
    button(list, 'Try again')?.click();
    await hasFile();
  });

  it('is the page’s affair where the page prevented it', async () => {
    const { list, page } = await show();
    page.addEventListener('people-export', (event) => event.preventDefault());
    startExport(list);
    await list.updateComplete;
    expect(find(list, '.export')).to.equal(null);
    expect(files.length).to.equal(0);
  });

  it('is separated as French spreadsheets expect, or as the page says', async () => {
    const { list } = await show(3, 'fr');
    startExport(list);
    await hasFile();
    expect(await read()).to.contain('\ufeffClient;Adresse e-mail;Téléphone;');
    list.csvSeparator = '\t';
    files.length = 0;
    startExport(list);
    await hasFile();
    expect(await read()).to.contain('Client\tAdresse e-mail\t');
  });

  it('is not offered where it is not allowed, or cannot be pressed and says why', async () => {
    const { list } = await show();
    list.can = 'tag';
    await list.updateComplete;
    expect(find(list, '[data-act=export]')).to.equal(null);
    list.cannotReasons = { export: 'Your role may not take names out.', stage: 'Managers only.' };
    await list.updateComplete;
    expect(find(list, '[data-act=export]')?.getAttribute('aria-disabled')).to.equal('true');
    expect(text(list, '.reasons')).to.contain('Export: Your role may not take names out.');
    await select(list, 0);
    const stage = find(list, '[data-act=stage]')!;
    expect(stage.getAttribute('aria-disabled')).to.equal('true');
    expect(find(list, `#${stage.getAttribute('aria-describedby')}`)?.innerText).to.contain('Managers only.');
    expect(find(list, '[data-act=enroll]')).to.equal(null);
    startExport(list);
    stage.click();
    await list.updateComplete;
    expect(files.length).to.equal(0);
    expect(find<HTMLDialogElement>(list, 'dialog')?.open).to.equal(false);
    await expect(list).to.be.accessible();
  });
});
