import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import {
  all,
  appears,
  focusCell,
  keepPageClean,
  moodySource,
  one,
  point,
  press,
  settle,
  show,
} from './chart-fixture.ts';
import {
  growing,
  manyGroups,
  nobody,
  october,
  partial,
  renewal,
} from '../../../demo/scenarios/funnel-results.ts';
import { withTimes } from '../../../demo/scenarios/insight-results.ts';

/** Somebody is in no group, and each group has a place. */
const ungrouped: FunnelResult = {
  ...october,
  breakdown: {
    property: 'source',
    groups: [
      {
        value: 'Website',
        steps: [
          { converted: 1610 },
          { converted: 1290 },
          { converted: 810 },
          { converted: 455 },
          { converted: 261 },
        ],
      },
    ],
  },
};

/** Names after a tag of the class’s JSDoc. */
async function readDocumented(tag: string): Promise<string[]> {
  const text = (await readFile({ path: '../../../src/elements/funnel-chart/funnel-chart.ts' })) ?? '';
  return [...text.matchAll(new RegExp(`^ \\* @${tag} ([\\w-]+) - \\S`, 'gm'))].map(([, name = '']) => name);
}

async function failedAfterGood(): Promise<FunnelChart> {
  const source = moodySource(october);
  const chart = await show(undefined, { source });
  source.fail = true;
  chart.retry();
  await settle(chart);
  return chart;
}

/** Charts in states that together have every part. */
async function showAllParts(): Promise<FunnelChart[]> {
  const busy = await show(october, {
    controls: 'filters view table period',
    filters: { lead: { source: ['Website'] } },
  });
  focusCell(busy, 'intro/group:1');
  await press(busy, 'Space');
  point(one(busy, '.row:nth-of-type(4) .lost'), 'pointermove');
  await appears(busy, '.tooltip:popover-open');
  const table = await show(october, { table: true });
  await appears(table, '.column-header');
  const places = [{ step: 'contact', outcome: 'dropped', count: 3 }];
  const marked = await show(october, { marks: { label: 'Loyalty', places }, goals: { contact: 0.7 } });
  const card = await show(october, { spark: true });
  (await appears(card, '.spark-link')).click();
  await appears(card, 'dialog[open]');
  const lanes = await show(october, { layout: 'grouped' });
  await appears(lanes, '.lanes');
  // Loaded before, so that what waits for it waits for the drawing alone.
  await import('../../../src/elements/funnel-chart/insights/time-panel.ts');
  const section = await show(withTimes, { insight: 'time', time: { from: 'intro', to: 'member' } });
  await appears(section, '.plot');
  const plainCharts = [renewal, growing, partial, nobody, ungrouped, manyGroups].map((result) =>
    show(result),
  );
  const failed = await failedAfterGood();
  return [busy, table, marked, card, lanes, section, failed, ...(await Promise.all(plainCharts))];
}

interface Proof {
  value: string;
  selector: string;
  /** Property of the computed style. */
  property: keyof CSSStyleDeclaration & string;
  /** Default: October. */
  result?: FunnelResult;
  /** Brings the chart where the token shows. */
  prepare?: (chart: FunnelChart) => Promise<unknown>;
}

const COLOUR = 'rgb(1, 2, 3)';
const GRADIENT = 'linear-gradient(rgb(1, 2, 3), rgb(4, 5, 6))';

/** For each token an element it must change. */
const PROOFS: Record<string, Proof> = {
  '--fw-surface': { value: COLOUR, selector: '.chart', property: 'backgroundColor' },
  '--fw-surface-2': { value: COLOUR, selector: '.ungrouped', property: 'backgroundColor', result: ungrouped },
  '--fw-ink': { value: COLOUR, selector: '.count', property: 'color' },
  '--fw-ink-2': { value: COLOUR, selector: '.scope', property: 'color' },
  '--fw-rule': { value: COLOUR, selector: '.chart', property: 'borderTopColor' },
  '--fw-edge': { value: COLOUR, selector: '.track', property: 'borderInlineStartColor' },
  '--fw-accent': { value: COLOUR, selector: '.switch [aria-checked="true"]', property: 'backgroundColor' },
  '--fw-accent-on': { value: COLOUR, selector: '.switch [aria-checked="true"]', property: 'color' },
  '--fw-accent-soft': {
    value: COLOUR,
    selector: '.chip',
    property: 'backgroundColor',
    prepare: (chart) => settle(Object.assign(chart, { filters: { lead: { source: ['Website'] } } })),
  },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((n): [string, Proof][] => {
      const segment = { selector: `.segment.seg-${n}`, result: manyGroups };
      return [
        [`--fw-seg-${n}`, { ...segment, value: COLOUR, property: 'backgroundColor' }],
        [`--fw-seg-${n}-on`, { ...segment, value: COLOUR, property: 'color' }],
        [`--fw-seg-${n}-texture`, { ...segment, value: GRADIENT, property: 'backgroundImage' }],
      ];
    }),
  ),
  '--fw-lost': { value: COLOUR, selector: '.lost', property: 'backgroundColor' },
  '--fw-lost-line': { value: COLOUR, selector: '.lost', property: 'backgroundImage' },
  '--fw-open': { value: COLOUR, selector: '.open', property: 'backgroundColor' },
  '--fw-open-line': { value: COLOUR, selector: '.open', property: 'backgroundImage' },
  '--fw-previous': { value: COLOUR, selector: '.previous', property: 'backgroundColor' },
  '--fw-up': { value: COLOUR, selector: '.change.up', property: 'color' },
  '--fw-down': { value: COLOUR, selector: '.change.down', property: 'color' },
  '--fw-warn': { value: COLOUR, selector: '.pill.warn', property: 'color' },
  '--fw-warn-soft': { value: COLOUR, selector: '.pill.warn', property: 'backgroundColor' },
  '--fw-focus': {
    value: COLOUR,
    selector: '[data-cell="contact/rate"]',
    property: 'outlineColor',
    prepare: async (chart) => {
      focusCell(chart, 'contact/count');
      await press(chart, 'ArrowRight');
    },
  },
  '--fw-bar-size': { value: '77px', selector: '.track', property: 'height' },
  '--fw-row-gap': { value: '33px', selector: '.row + .row', property: 'marginTop' },
  '--fw-label-inline-size': { value: '199px', selector: '.label', property: 'width' },
  '--fw-radius': { value: '21px', selector: '.chart', property: 'borderTopLeftRadius' },
  '--fw-radius-s': { value: '13px', selector: '.switch', property: 'borderTopLeftRadius' },
  '--fw-shadow': {
    value: `${COLOUR} 1px 2px 3px 0px`,
    selector: '.selection',
    property: 'boxShadow',
    prepare: async (chart) => {
      focusCell(chart, 'contact/count');
      await press(chart, 'Space');
    },
  },
  '--fw-font': { value: 'monospace', selector: '.name', property: 'fontFamily' },
};

describe('<funnel-chart> parts and tokens', () => {
  keepPageClean();

  it('documents every part it has, has every part it documents, and each can be styled', async () => {
    const documented = await readDocumented('csspart');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      documented.map((name) => `funnel-chart::part(${name}) { caret-color: rgb(9, 8, 7); }`).join('\n'),
    );
    document.adoptedStyleSheets.push(sheet);
    const charts = await showAllParts();
    const elements = charts.flatMap((chart) => all(chart, '[part]'));
    const found = new Map(elements.flatMap((element) => [...element.part].map((name) => [name, element])));
    const numbered = /^segment-[1-6]$/;
    expect([...found.keys()].filter((name) => !numbered.test(name)).sort()).to.deep.equal(
      [...documented].sort(),
    );
    for (const [name, element] of found)
      if (!numbered.test(name)) expect(getComputedStyle(element).caretColor, name).to.equal('rgb(9, 8, 7)');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  it('has a proof for every token it documents, and no other', async () => {
    const text = (await readFile({ path: '../../../src/elements/funnel-chart/funnel-chart.ts' })) ?? '';
    const documented = [...text.matchAll(/^ \* @cssprop (--fw-[\w-]+) - \S/gm)].map(([, name]) => name);
    expect(Object.keys(PROOFS).sort()).to.deep.equal([...documented].sort());
  });

  for (const [token, { value, selector, property, result = october, prepare }] of Object.entries(PROOFS)) {
    it(`${token} changes ${property} of ${selector}`, async () => {
      const chart = await show(result);
      await prepare?.(chart);
      const measure = (): string => String(getComputedStyle(one(chart, selector))[property]);
      const before = measure();
      chart.style.setProperty(token, value);
      // Shapes and colours may move there.
      for (const animation of one(chart, selector).getAnimations()) animation.finish();
      expect(measure()).to.include(value);
      expect(before).not.to.include(value);
      chart.style.removeProperty(token);
      expect(measure(), 'and back').to.equal(before);
    });
  }
});
