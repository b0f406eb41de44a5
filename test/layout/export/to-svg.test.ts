import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { SVG_THEMES } from '../../../src/layout/export/svg-themes.ts';
import { toSVG } from '../../../src/layout/export/to-svg.ts';
import { tokenStyles } from '../../../src/theme/tokens.ts';
import {
  growing,
  longNames,
  manyGroups,
  nobody,
  notConfigured,
  october,
  partial,
  plain,
  renewal,
  twelveByEight,
} from '../../../demo/scenarios/funnel-results.ts';

interface Rect {
  kind: string;
  x: number;
  width: number;
  height: number;
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** The rectangles of each step's bar, by the step's id. */
function readBars(svg: string): Map<string, Rect[]> {
  const bars = [...svg.matchAll(/<g class="track" data-step="([^"]*)">([\s\S]*?)<\/g>/g)];
  return new Map(
    bars.map(([, id = '', content = '']) => [
      id,
      [...content.matchAll(/<rect[^>]*>/g)].map(([tag]) => ({
        kind: attribute(tag, 'class'),
        x: Number(attribute(tag, 'x')),
        width: Number(attribute(tag, 'width')),
        height: Number(attribute(tag, 'height')),
      })),
    ]),
  );
}

/** What is painted for the people who did each step, in px²: its groups, and those in none of them. */
function paintedAreas(svg: string): number[] {
  return [...readBars(svg).values()].map((bar) =>
    bar
      .filter(({ kind }) => ['segment', 'ungrouped', 'unknown'].includes(kind))
      .reduce(
        (sum, { width, height, kind }) =>
          sum + (kind === 'segment' ? width * height : (width + 1) * (height + 1)),
        0,
      ),
  );
}

function textsOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, content = '']) => content.replace(/<[^>]*>/g, ''))
    .join(' ');
}

for (const [name, result] of Object.entries({ plain, october, renewal, manyGroups, twelveByEight }))
  for (const width of [360, 760, 1080])
    test(`area honesty: ${name} at ${width} px`, () => {
      const areas = paintedAreas(toSVG(result, { width }));
      const first = areas[0]!;
      const counts = result.steps.map((step) => step.converted ?? step.count ?? 0);
      assert.equal(areas.length, counts.length);
      for (const [index, area] of areas.entries()) {
        const ratio = area / first / (counts[index]! / counts[0]!);
        assert.ok(Math.abs(ratio - 1) <= 0.02, `step ${index + 1}: ${ratio}`);
      }
    });

test('a bar begins at zero, and its scale ends where the figures begin', () => {
  // 1,080 px: 21 of padding and border, 232 of label, 18 of gap, then the line of zero.
  const lead = readBars(toSVG(plain, { width: 1080 })).get('lead')!;
  const segment = lead.find(({ kind }) => kind === 'segment')!;
  assert.equal(segment.x, 21 + 232 + 18 + 1);
  assert.equal(segment.width, 1080 - 2 * 21 - 232 - 216 - 2 * 18 - 1);
  assert.equal(segment.height, 40);
});

test('right to left it is the same picture, mirrored', () => {
  const width = 1080;
  const ltr = readBars(toSVG(october, { width })).get('lead')!;
  const rtl = readBars(toSVG(october, { width, direction: 'rtl' })).get('lead')!;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.02;
  for (const [index, rect] of ltr.entries()) {
    const other = rtl[index]!;
    assert.ok(near(other.x, width - rect.x - rect.width), `${rect.kind} at ${rect.x}`);
    assert.equal(other.kind, rect.kind);
  }
});

test('texts from the data are texts, whatever they hold', () => {
  const evil = `</text><script>alert(1)</script> & "quoted" \u0000\ud800`;
  const result: FunnelResult = {
    funnel: { name: evil },
    steps: [
      { id: '"><script>', name: evil, count: 10 },
      { name: 'B', count: 4 },
    ],
  };
  const svg = toSVG(result, { filters: [evil], idPrefix: '"><script>' });
  assert.doesNotMatch(svg, /<script/);
  // eslint-disable-next-line no-control-regex -- that is what must not be there
  assert.doesNotMatch(svg, /[\u0000-\u0008]|\p{Surrogate}/u);
  assert.match(svg, /&lt;script&gt;/);
});

test('it needs nothing from elsewhere: no font, image, script, style or foreign object', () => {
  const svg = toSVG(twelveByEight, { width: 1080 });
  assert.doesNotMatch(
    svg,
    /<(?:image|style|script|foreignObject|use)\b|\bstyle=|@import|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
  );
});

test('title, description and language are said', () => {
  const svg = toSVG(october, { locale: 'fr', idPrefix: 'a' });
  assert.match(
    svg,
    /<svg [^>]*role="img" lang="fr"[^>]*aria-labelledby="a-title" aria-describedby="a-description"/,
  );
  assert.match(svg, /<title id="a-title">Prospect → abonnement<\/title>/);
  assert.match(svg, /<desc id="a-description">[^<]*15,2\u202f?[\u00a0 ]?%/);
});

test('every count, rate and loss of the steps is written', () => {
  const text = textsOf(toSVG(plain, { width: 1080 })).replaceAll('\u00a0', ' ');
  for (const said of [
    '4,810',
    '3,675',
    '2,198',
    '1,228',
    '732',
    '76.4% of step 1',
    '59.8% of step 2',
    '120 still open',
  ])
    assert.ok(text.includes(said), said);
  assert.ok(text.includes('1,135 lost'));
});

test('each state has its words', () => {
  assert.match(textsOf(toSVG(nobody)), /Nobody entered/);
  assert.match(textsOf(toSVG(nobody, { filters: ['source = Website'] })), /source = Website/);
  assert.match(textsOf(toSVG(notConfigured)), /intro offer/);
  assert.equal(readBars(toSVG(notConfigured)).size, 0);
  assert.match(textsOf(toSVG(partial, { width: 1080 })), /No data/i);
  assert.ok([...readBars(toSVG(growing)).values()][1]!.some(({ kind }) => kind === 'growth'));
});

test('a word wider than its room is divided, never cut off', () => {
  const svg = toSVG(longNames, { width: 320, locale: 'fr' });
  const letters = textsOf(svg).replaceAll(/\s/g, '');
  const name = longNames.steps[1]!.name as Record<string, string> | string;
  const word = typeof name === 'string' ? name : (name['fr'] ?? name['en'])!;
  assert.ok(letters.includes(word.replaceAll(/\s/g, '')), word);
});

test('the colours are those of the elements', () => {
  const css = tokenStyles.cssText;
  const pairOf = (token: string): [string, string] => {
    const [, light = '', dark = ''] =
      new RegExp(`--_${token}: var\\(--fw-${token}, light-dark\\((#\\w+), (#\\w+)\\)\\)`).exec(css) ?? [];
    return [light, dark];
  };
  const names = {
    surface: 'surface',
    surface2: 'surface-2',
    ink: 'ink',
    ink2: 'ink-2',
    rule: 'rule',
    edge: 'edge',
    accent: 'accent',
    lost: 'lost',
    lostLine: 'lost-line',
    open: 'open',
    openLine: 'open-line',
    up: 'up',
    down: 'down',
    warn: 'warn',
    warnSoft: 'warn-soft',
  } as const;
  const { light, dark } = SVG_THEMES;
  for (const [key, token] of Object.entries(names) as [keyof typeof names, string][])
    assert.deepEqual([light[key], dark[key]], pairOf(token), token);
  for (let place = 1; place <= 6; place += 1) {
    const [a, b] = [light.segments[place - 1]!, dark.segments[place - 1]!];
    assert.deepEqual([a.fill, b.fill], pairOf(`seg-${place}`));
    assert.deepEqual([a.on, b.on], pairOf(`seg-${place}-on`));
  }
});

/** The widths of every group's own bar, in the order they are drawn. */
function readGroupBars(svg: string): number[] {
  return [...svg.matchAll(/<rect[^>]*class="group"[^>]*>/g)].map(([tag]) => Number(attribute(tag, 'width')));
}

test('side by side, every group has a bar from one zero on one scale', () => {
  const [meta, website, referral] = readGroupBars(toSVG(october, { width: 1080, layout: 'grouped' }));
  // Of the leads 2,480 came by Meta Ads, 1,610 by the website, 720 by referral.
  assert.ok(Math.abs(website! / meta! - 1610 / 2480) < 0.002);
  assert.ok(Math.abs(referral! / meta! - 720 / 2480) < 0.002);
});

test('a funnel for each group begins with its whole width, everybody first, then the best end rate', () => {
  const svg = toSVG(october, { width: 1080, layout: 'multiples' });
  const bars = readGroupBars(svg);
  assert.equal(bars.length, 4 * 5);
  const [everybody, referral] = [bars.slice(0, 5), bars.slice(5, 10)];
  assert.ok(Math.abs(everybody[4]! / everybody[0]! - 732 / 4810) < 0.002);
  assert.ok(Math.abs(referral[4]! / referral[0]! - 283 / 720) < 0.002);
  assert.equal(bars[5], bars[0]);
});
