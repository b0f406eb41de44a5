import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { toSVG, type SvgOptions } from '../../../src/layout/export/to-svg.ts';
import { all, paint, show } from '../../elements/funnel-chart/chart-fixture.ts';
import {
  longNames,
  manyGroups,
  october,
  partial,
  renewal,
  twelveByEight,
} from '../../../demo/scenarios/funnel-results.ts';

/** The picture in the page, as the browser reads it. */
function mount(result: FunnelResult, options: SvgOptions): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(toSVG(result, options), 'image/svg+xml');
  expect(parsed.querySelector('parsererror')?.textContent ?? '').to.equal('');
  const svg = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
  document.body.append(svg);
  return svg;
}

interface Piece {
  kind: string;
  left: number;
  width: number;
  height: number;
}

const KINDS = ['segment', 'open', 'lost', 'exit', 'previous'];

/** The parts of each bar, their left edges counted from that of the whole. */
function readPieces(
  bars: Iterable<Element>,
  origin: number,
  kindOf: (element: Element) => string,
): Piece[][] {
  return [...bars].map((bar) =>
    [...bar.querySelectorAll('*')].flatMap((element) => {
      const kind = kindOf(element);
      const { left, width, height } = element.getBoundingClientRect();
      return kind && width > 0 ? [{ kind, left: left - origin, width, height }] : [];
    }),
  );
}

function kindOnScreen({ classList }: Element): string {
  if (classList.contains('lost'))
    return [...classList].some((name) => name.startsWith('exit-')) ? 'exit' : 'lost';
  return KINDS.find((kind) => classList.contains(kind)) ?? '';
}

const kindInPicture = (element: Element): string =>
  KINDS.find((kind) => element.getAttribute('class') === kind) ?? '';

function sorted(pieces: Piece[]): Piece[] {
  return pieces.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.left - b.left);
}

describe('a picture beside the chart it is of', () => {
  afterEach(() => {
    for (const svg of document.querySelectorAll('body > svg')) svg.remove();
    document.documentElement.dir = 'ltr';
  });

  const results = { october, manyGroups, renewal, twelveByEight };
  for (const [name, result] of Object.entries(results))
    for (const width of [340, 480, 760, 1080])
      for (const direction of ['ltr', 'rtl'] as const)
        it(`${name} at ${width} px, ${direction}: bars where they are on the screen`, async () => {
          await setViewport({ width: 1200, height: 800 });
          document.documentElement.dir = direction;
          const chart = await show(result);
          chart.style.inlineSize = `${width}px`;
          await paint(chart);
          const svg = mount(result, { width, direction });
          const screen = readPieces(all(chart, '.track'), chart.getBoundingClientRect().left, kindOnScreen);
          const picture = readPieces(
            svg.querySelectorAll('.track'),
            svg.getBoundingClientRect().left,
            kindInPicture,
          );
          expect(picture.length).to.equal(screen.length);
          for (const [step, pieces] of screen.entries()) {
            const drawn = sorted(picture[step] ?? []);
            expect(drawn.map(({ kind }) => kind)).to.deep.equal(sorted(pieces).map(({ kind }) => kind));
            for (const [index, piece] of sorted(pieces).entries()) {
              expect(drawn[index]?.left, `${piece.kind} of step ${step + 1}`).to.be.closeTo(piece.left, 0.6);
              expect(drawn[index]?.width, `${piece.kind} of step ${step + 1}`).to.be.closeTo(
                piece.width,
                0.6,
              );
              expect(drawn[index]?.height).to.be.closeTo(piece.height, 0.6);
            }
          }
        });
});

function overlap(a: DOMRect, b: DOMRect): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? Math.min(across, down) : 0;
}

describe('the texts of a picture', () => {
  afterEach(() => {
    for (const svg of document.querySelectorAll('body > svg')) svg.remove();
  });

  const results = { october, manyGroups, renewal, longNames, partial };
  // Measured by estimate alone, and shown in the broadest usual face: there is room for all others then.
  for (const [name, result] of Object.entries(results))
    for (const width of [320, 700, 1080])
      for (const locale of ['fr', 'en'])
        it(`${name} at ${width} px in ${locale}: none over another, none outside`, () => {
          const svg = mount(result, { width, locale, fontFamily: "'DejaVu Sans', Verdana, sans-serif" });
          const edge = svg.getBoundingClientRect();
          const boxes = [...svg.querySelectorAll('text')].map((text) => ({
            said: text.textContent ?? '',
            box: text.getBoundingClientRect(),
          }));
          expect(boxes.length).to.be.greaterThan(5);
          for (const [index, { said, box }] of boxes.entries()) {
            expect(box.left, said).to.be.at.least(edge.left);
            expect(box.right, said).to.be.at.most(edge.right);
            expect(box.bottom, said).to.be.at.most(edge.bottom);
            for (const other of boxes.slice(index + 1))
              // Boxes of lines one below the other may touch by the leading of their face.
              expect(overlap(box, other.box), `${said} / ${other.said}`).to.be.at.most(4);
          }
        });
});
