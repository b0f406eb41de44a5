import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { mountScenario } from '../../demo/scenarios/mount-scenario.ts';
import type { Scenario, StepExpectation } from '../../demo/scenarios/scenario.ts';
import { toLine } from './accessibility-tree.ts';

/** All that an element shows or says: texts and labels, in one line. */
function readAll(element: HTMLElement): string {
  const nodes = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
  const labels = nodes.flatMap((node) => [
    node.getAttribute('aria-label') ?? '',
    node instanceof HTMLInputElement ? node.value : '',
  ]);
  const texts = [...(element.shadowRoot?.children ?? [])].map(
    (child) => (child as HTMLElement).innerText ?? '',
  );
  return toLine([...texts, ...labels].join(' '));
}

/** The row of each step as it is said: the labels of its cells, or their texts. */
function readRows(element: HTMLElement): string[] {
  return [...(element.shadowRoot?.querySelectorAll('[role="row"]') ?? [])].map((row) => {
    const cells = [
      ...row.querySelectorAll('[role="rowheader"], [role="gridcell"], [role="gridcell"] [aria-label]'),
    ];
    return toLine(cells.map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? '').join(' | '));
  });
}

function expectStep(rows: readonly string[], { name, count, rate, loss }: StepExpectation): void {
  const row = rows.find((each) => each.includes(name)) ?? '';
  for (const text of [name, count, rate, loss]) if (text) expect(row, name).to.include(text);
}

/** Texts that stand out of their card's inner edge, a pixel allowed; what is hidden or stands over the page is none. */
function listOverhanging(element: HTMLElement): string[] {
  const card = element.shadowRoot?.querySelector('[part~="base"]');
  if (!card) return [];
  const box = card.getBoundingClientRect();
  const { paddingLeft, paddingRight } = getComputedStyle(card);
  const [left, right] = [box.left + parseFloat(paddingLeft) - 1, box.right - parseFloat(paddingRight) + 1];
  const range = document.createRange();
  return [...card.querySelectorAll<HTMLElement>('*')].flatMap((each) => {
    if (!each.checkVisibility() || each.closest('.visually-hidden, [popover], dialog')) return [];
    const texts = [...each.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
    return texts.flatMap((text) => {
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const hangs = rects.some((rect) => rect.left < left || rect.right > right);
      return hangs ? [`${each.className}: ${text.textContent?.trim()}`] : [];
    });
  });
}

/** Runs every scenario: it renders, prints nothing, has what it must, and nothing that axe finds. */
export function testScenarios(title: string, scenarios: readonly Scenario[]): void {
  describe(title, () => {
    const printed: string[] = [];
    const { warn, error } = console;
    let page: HTMLElement;

    before(async () => {
      console.warn = (...words: unknown[]) => void printed.push(words.join(' '));
      console.error = (...words: unknown[]) => void printed.push(words.join(' '));
      document.documentElement.lang = 'en';
      await setViewport({ width: 1100, height: 900 });
    });
    after(() => Object.assign(console, { warn, error }));
    beforeEach(() => {
      printed.length = 0;
      page = document.createElement('main');
      page.style.inlineSize = '760px';
      document.body.append(page);
    });
    afterEach(() => {
      page.remove();
      document.documentElement.dir = 'ltr';
    });

    for (const scenario of scenarios)
      it(scenario.id, async () => {
        document.documentElement.dir = scenario.direction ?? 'ltr';
        const element = await mountScenario(scenario, page);
        const { steps = [], texts = [], absent = [] } = scenario.expects;
        const rows = readRows(element);
        for (const step of steps) expectStep(rows, step);
        const all = readAll(element);
        expect(all.length, 'something is shown').to.be.greaterThan(0);
        for (const text of texts) expect(all).to.include(text);
        for (const text of absent) expect(all).not.to.include(text);
        await expect(page).to.be.accessible();
        for (const width of [760, 340]) {
          page.style.inlineSize = `${width}px`;
          await nextFrame();
          await nextFrame();
          await (element as LitElement).updateComplete;
          expect(listOverhanging(element), `over the edge at ${width} px`).to.deep.equal([]);
        }
        expect(printed, 'printed').to.deep.equal([]);
      });
  });
}
