import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../demo/scenarios/late-parts.ts';
import type { FunnelSource } from '../../../src/data/funnel-source.ts';
import { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { waitUntil } from '../../support/wait-until.ts';

FunnelChart.define();

/** A chart with a result and settings, drawn. */
export async function show(
  result: FunnelResult | undefined,
  settings: Partial<FunnelChart> = {},
): Promise<FunnelChart> {
  const chart = await fixture<FunnelChart>(html`<funnel-chart></funnel-chart>`);
  Object.assign(chart, settings, result ? { result } : {});
  await settle(chart);
  return chart;
}

/** Waits for the load (a microtask or two) and the render after it. */
export async function settle(chart: FunnelChart): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await chart.updateComplete;
  }
}

/** Waits until the browser has laid out and told the observers of sizes. */
export async function paint(chart: FunnelChart): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  await settle(chart);
}

export function all(chart: FunnelChart, selector: string): HTMLElement[] {
  return [...chart.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

export function one(chart: FunnelChart, selector: string): HTMLElement {
  const found = chart.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Waits for what comes when a part of the package has been loaded. */
export async function appears(chart: FunnelChart, selector: string): Promise<HTMLElement> {
  await waitUntil(() => chart.renderRoot.querySelector(selector), `${selector} appears`);
  return one(chart, selector);
}

/** Text without no-break spaces and line breaks. */
export function textOf(element: HTMLElement): string {
  return (element.innerText || element.textContent || '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** The key of the cell that has the focus. */
export function focused(chart: FunnelChart): string | undefined {
  return (chart.shadowRoot?.activeElement as HTMLElement | null)?.dataset['cell'];
}

/** Presses a key; answers the cell that has the focus then. */
export async function press(chart: FunnelChart, key: string): Promise<string | undefined> {
  await sendKeys({ press: key });
  await settle(chart);
  return focused(chart);
}

/** The cell with a key, focused. */
export function focusCell(chart: FunnelChart, key: string): HTMLElement {
  const cell = one(chart, `[data-cell="${key}"]`);
  cell.focus();
  return cell;
}

/** Events of a name, as they come. */
export function listen<Heard extends Event>(chart: FunnelChart, name: string): Heard[] {
  const heard: Heard[] = [];
  chart.addEventListener(name, (event) => heard.push(event as Heard));
  return heard;
}

/** What begins to move in a chart, as `step: property`; told by events, so that it does not matter how fast it ends. */
export function listenToMoves(chart: FunnelChart): string[] {
  const moves: string[] = [];
  chart.renderRoot.addEventListener('transitionrun', (event) => {
    const { target, propertyName } = event as TransitionEvent;
    const label = (target as HTMLElement).closest('.row')?.querySelector<HTMLElement>('.label');
    moves.push(`${label?.dataset['cell'] ?? ''}: ${propertyName}`);
  });
  return moves;
}

/** A pointer event in the middle of an element, or so many px from its left edge. */
export function point(target: HTMLElement, type: 'pointermove' | 'click', fromLeft?: number): void {
  const { left, top, width, height } = target.getBoundingClientRect();
  const place = { clientX: left + (fromLeft ?? width / 2), clientY: top + height / 2 };
  const hit = rootOf(target).elementFromPoint(place.clientX, place.clientY) ?? target;
  const options = { bubbles: true, composed: true, cancelable: true, detail: 1, ...place };
  const event =
    type === 'click'
      ? new MouseEvent(type, options)
      : new PointerEvent(type, { ...options, pointerType: 'mouse' });
  hit.dispatchEvent(event);
}

function rootOf(target: HTMLElement): DocumentOrShadowRoot {
  return target.getRootNode() as ShadowRoot;
}

/** A source whose next load fails or succeeds as told. */
export function moodySource(result: FunnelResult): FunnelSource & { fail: boolean; loads: number } {
  return {
    kind: 'src',
    fail: false,
    loads: 0,
    load() {
      this.loads += 1;
      return this.fail ? Promise.reject(new TypeError('offline')) : Promise.resolve(result);
    },
  };
}

/** Hooks for a describe: nothing may be said on the console, and the page is as it was after each test. */
export function keepPageClean(): void {
  const said: unknown[][] = [];
  const { warn, error } = console;
  before(() => {
    console.warn = (...words) => void said.push(words);
    console.error = (...words) => void said.push(words);
  });
  after(() => Object.assign(console, { warn, error }));
  beforeEach(() => void (said.length = 0));
  afterEach(async () => {
    expect(said, 'console output').to.deep.equal([]);
    document.documentElement.lang = 'en';
    document.documentElement.dir = 'ltr';
    document.documentElement.style.removeProperty('color-scheme');
    await setViewport({ width: 1000, height: 800 });
  });
}

/** Undoes {@link emulateMedia}. */
export async function resetMedia(): Promise<void> {
  await emulateMedia({
    media: 'screen',
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    forcedColors: 'none',
  });
}
