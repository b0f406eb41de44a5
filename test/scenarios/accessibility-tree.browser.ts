import { expect } from '@open-wc/testing';
import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import { findScenario, SCENARIOS } from '../../demo/scenarios/index.ts';
import { mountScenario } from '../../demo/scenarios/mount-scenario.ts';
import type { StepExpectation } from '../../demo/scenarios/scenario.ts';
import { findByRole, findMissing, readAccessibilityTree, toLine } from '../support/accessibility-tree.ts';
import { skipWithout } from '../support/engine.ts';

let page: HTMLElement;

async function mount(id: string): Promise<{ element: HTMLElement; steps: readonly StepExpectation[] }> {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return { element: await mountScenario(scenario, page), steps: scenario.expects.steps ?? [] };
}

describe('Chromium’s accessibility tree', () => {
  before(async function () {
    await skipWithout(this, 'accessibility-tree');
  });
  beforeEach(() => {
    document.documentElement.lang = 'en';
    page = document.createElement('main');
    document.body.append(page);
  });
  afterEach(() => page.remove());

  for (const { id, expects } of SCENARIOS) {
    const { steps } = expects;
    if (!steps) continue;
    it(`says name, count, rate and loss of ${steps.length} steps: ${id}`, async () => {
      await mount(id);
      expect(findMissing(await readAccessibilityTree(), steps)).to.deep.equal([]);
    });
  }

  it('names the grid and its region after the funnel', async () => {
    await mount('chart-plain');
    const tree = await readAccessibilityTree();
    expect(findByRole(tree, 'grid').map(({ name }) => name)).to.deep.equal(['Lead to membership']);
    expect(findByRole(tree, 'region').map(({ name }) => name)).to.deep.equal(['Lead to membership']);
  });

  it('describes the grid by the summary', async () => {
    await mount('chart-plain');
    const [grid] = findByRole(await readAccessibilityTree(), 'grid');
    expect(grid?.description).to.include('15.2% of people reached');
  });

  it('names each person of a list by their row', async () => {
    await mount('list-few');
    const [grid] = findByRole(await readAccessibilityTree(), 'grid');
    const rows = grid ? findByRole(grid, 'row').map((row) => findByRole(row, 'rowheader')) : [];
    const names = rows.flatMap((headers) => headers.map(({ name }) => name));
    for (let number = 1; number <= 6; number += 1)
      expect(
        names.some((name) => name.includes(`Client 00${number}`)),
        `Client 00${number}`,
      ).to.equal(true);
  });

  // The tests above would prove nothing if they could not fail: each loses one name, in one place.
  for (const what of ['name', 'count', 'rate', 'loss'] as const) {
    it(`misses a ${what} that is not said`, async () => {
      const { element, steps } = await mount('chart-plain');
      const [, step] = steps;
      const text = step?.[what] ?? '';
      expect(hideFrom(element, text), `cells that say "${text}"`).to.be.greaterThan(0);
      expect(findMissing(await readAccessibilityTree(), steps).length).to.be.greaterThan(0);
    });
  }
});

/** Takes the cells of the second row that say a text away from assistive technology; answers how many. */
function hideFrom(element: HTMLElement, text: string): number {
  const row = [...(element.shadowRoot?.querySelectorAll('.row') ?? [])][1];
  const cells = [...(row?.querySelectorAll<HTMLElement>('[role="rowheader"], [role="gridcell"]') ?? [])];
  const saying = cells.filter((cell) =>
    toLine([cell, ...cell.querySelectorAll('*')].map(sayOne).join(' ')).includes(text),
  );
  for (const cell of saying) cell.ariaHidden = 'true';
  return saying.length;
}

function sayOne(element: Element): string {
  return `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`;
}
