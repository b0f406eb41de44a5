import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FunnelwheelError } from '../../../src/engine/error.ts';
import type { ChartExportEvent, ExportFormat } from '../../../src/events/chart-export-event.ts';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import { appears, keepPageClean, listen, one, press, settle, show, textOf } from './chart-fixture.ts';
import { october } from '../../../demo/scenarios/funnel-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** The files that the page hands to the browser, instead of what would be saved. */
function catchFiles(): { files: File[]; names: string[]; restore: () => void } {
  const files: File[] = [];
  const names: string[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (object) => {
    if (object instanceof File) files.push(object);
    return createObjectURL.call(URL, object);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    names.push(this.download);
  };
  const restore = (): void => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  };
  return { files, names, restore };
}

const NAME = 'Lead-to-membership-2026-10-01_2026-10-31';

/** Chooses an item of the menu by the keyboard. */
async function choose(chart: FunnelChart, format: ExportFormat): Promise<void> {
  const button = one(chart, '[part="export-button"]');
  button.focus();
  await press(chart, 'ArrowDown');
  const menu = button.nextElementSibling as HTMLElement;
  await waitUntil(
    () => menu.matches(':popover-open') && menu.contains(chart.shadowRoot!.activeElement),
    'opens',
  );
  const place = ['png', 'svg', 'csv', 'copy', 'print'].indexOf(format);
  for (let step = 0; step < place; step += 1) await press(chart, 'ArrowDown');
  await press(chart, 'Enter');
}

/** Replaces what the page has; answers what puts it back. */
function replace<T extends object>(target: T, name: keyof T & string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, value });
  return () => (own ? Object.defineProperty(target, name, own) : Reflect.deleteProperty(target, name));
}

describe('taking a chart away', () => {
  keepPageClean();
  let caught: ReturnType<typeof catchFiles>;
  let restores: (() => unknown)[] = [];
  beforeEach(() => (caught = catchFiles()));
  afterEach(() => {
    caught.restore();
    for (const restore of restores) restore();
    restores = [];
  });

  it('saves a picture and the figures, and says so', async () => {
    const chart = await show(october);
    await choose(chart, 'csv');
    await waitUntil(() => caught.names.length === 1, 'saved');
    await choose(chart, 'svg');
    await waitUntil(() => caught.names.length === 2, 'saved');
    expect(caught.names).to.deep.equal([`${NAME}.csv`, `${NAME}.svg`]);
    const [csv, svg] = await Promise.all(caught.files.map((file) => file.text()));
    const bytes = new Uint8Array(await caught.files[0]!.slice(0, 3).arrayBuffer());
    expect([...bytes], 'the mark of UTF-8').to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(csv).to.match(/^Funnel,/);
    expect(svg).to.match(/^<svg xmlns/);
    await settle(chart);
    expect(textOf(one(chart, '.banner'))).to.equal(`Saved as ${NAME}.svg.`);
    expect(chart.shadowRoot?.activeElement?.getAttribute('part')).to.equal('export-button');
  });

  it('makes a PNG of twice the size, which nothing has tainted', async () => {
    const chart = await show(october);
    const file = await chart.createFile('png', { width: 800 });
    expect(file.type).to.equal('image/png');
    const bitmap = await createImageBitmap(file);
    expect(bitmap.width).to.equal(1600);
  });

  it('has the colours of its page', async () => {
    const chart = await show(october);
    chart.style.setProperty('--fw-seg-1', 'rgb(1, 2, 3)');
    chart.style.setProperty('color-scheme', 'dark');
    const svg = await (await chart.createFile('svg')).text();
    expect(svg).to.contain('fill="rgb(1, 2, 3)"').and.to.contain('rgb(18, 22, 31)');
    const light = await (await chart.createFile('svg', { theme: 'light' })).text();
    expect(light).not.to.contain('rgb(1, 2, 3)');
  });

  it('asks the page first, which can take the file itself', async () => {
    const chart = await show(october);
    const heard = listen<ChartExportEvent>(chart, 'chart-export');
    chart.addEventListener('chart-export', (event) => event.preventDefault());
    await choose(chart, 'svg');
    await waitUntil(() => heard.length === 1, 'asked');
    const file = await heard[0]!.toFile();
    expect(file.name).to.equal(`${NAME}.svg`);
    await settle(chart);
    expect(caught.names).to.deep.equal([]);
    expect(chart.renderRoot.querySelector('.banner')).to.equal(null);
  });

  it('tells nobody what the page does by itself', async () => {
    const chart = await show(october);
    const heard = listen(chart, 'chart-export');
    await chart.exportChart('csv');
    expect(caught.names).to.deep.equal([`${NAME}.csv`]);
    expect(heard).to.deep.equal([]);
  });

  it('has nothing to give before there are figures', async () => {
    const chart = await show(undefined);
    const error = await chart.createFile('svg').catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(FunnelwheelError).with.property('code', 'not-configured');
  });

  it('offers the SVG where the page lets no PNG be made', async () => {
    const chart = await show(october);
    const { decode } = HTMLImageElement.prototype;
    restores.push(() => (HTMLImageElement.prototype.decode = decode));
    HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('refused', 'EncodingError'));
    await choose(chart, 'png');
    const banner = await appears(chart, '.banner.warn');
    expect(textOf(banner)).to.contain('security rules');
    banner.querySelector<HTMLElement>('.button')!.click();
    await waitUntil(() => caught.names.length === 1, 'saved');
    expect(caught.names).to.deep.equal([`${NAME}.svg`]);
  });

  it('copies a table as text and as HTML', async () => {
    const chart = await show(october);
    const written: ClipboardItem[] = [];
    const write = (items: ClipboardItem[]): Promise<void> => Promise.resolve(void written.push(...items));
    restores.push(replace(navigator, 'clipboard', { write }));
    await choose(chart, 'copy');
    const banner = await appears(chart, '.banner');
    expect(textOf(banner)).to.contain('copied');
    const html = await (await written[0]!.getType('text/html')).text();
    expect(html).to.contain('<td>Checkout page viewed</td>');
    expect(await (await written[0]!.getType('text/plain')).text()).to.contain('Checkout page viewed\t');
  });

  it('copies the old way where the clipboard is refused, and says when that is refused too', async () => {
    const chart = await show(october);
    restores.push(replace(navigator, 'clipboard', { write: () => Promise.reject(new DOMException('no')) }));
    let copied = '';
    document.addEventListener(
      'copy',
      (event) => (copied = event.clipboardData?.getData('text/plain') ?? ''),
      { once: true },
    );
    await choose(chart, 'copy');
    expect(textOf(await appears(chart, '.banner'))).to.contain('copied');
    expect(copied).to.contain('Checkout page viewed\t');
    restores.push(replace(document, 'execCommand', () => false));
    await choose(chart, 'copy');
    const banner = await appears(chart, '.banner.warn');
    expect(textOf(banner)).to.contain('CSV');
  });

  it('prints, and lets go of its message', async () => {
    const chart = await show(october);
    let printed = 0;
    restores.push(replace(window, 'print', () => void (printed += 1)));
    await choose(chart, 'print');
    await settle(chart);
    expect(printed).to.equal(1);
    expect(chart.renderRoot.querySelector('.banner')).to.equal(null);
    await choose(chart, 'csv');
    const banner = await appears(chart, '.banner');
    banner.querySelector<HTMLElement>('.icon-button')!.click();
    await settle(chart);
    expect(chart.renderRoot.querySelector('.banner')).to.equal(null);
    expect(chart.shadowRoot?.activeElement?.getAttribute('part')).to.equal('export-button');
  });

  it('closes by Esc with the focus on its button, and is not there where the host does not want it', async () => {
    const chart = await show(october);
    const button = one(chart, '[part="export-button"]');
    button.focus();
    await press(chart, 'ArrowUp');
    await waitUntil(() => chart.shadowRoot?.activeElement?.textContent?.includes('Print'), 'on the last');
    await sendKeys({ press: 'Escape' });
    await settle(chart);
    expect(chart.shadowRoot?.activeElement).to.equal(button);
    chart.controls = 'view';
    await settle(chart);
    expect(chart.renderRoot.querySelector('[part="export-button"]')).to.equal(null);
  });
});
