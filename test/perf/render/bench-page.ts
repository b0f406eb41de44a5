import { LitElement } from 'lit';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { Contender, Drawn } from './contender.ts';
import { apexCharts } from './contenders/apexcharts.ts';
import { chartJs } from './contenders/chart-js.ts';
import { d3Funnel } from './contenders/d3-funnel.ts';
import { eCharts } from './contenders/echarts.ts';
import { floor } from './contenders/floor.ts';
import { funnelChart } from './contenders/funnel-chart.ts';
import { makeFunnel } from './make-funnel.ts';
import { measureWheels } from './measure-wheels.ts';

/** Milliseconds of each round, by what was measured. */
export type Times = Record<string, number[]>;

const CONTENDERS: readonly Contender[] = [floor, funnelChart, eCharts, chartJs, apexCharts, d3Funnel];
/** Updates of one drawn chart a round. */
const UPDATES = 5;

function makeRoom(): HTMLElement {
  const room = document.createElement('div');
  room.style.setProperty('inline-size', '900px');
  return document.body.appendChild(room);
}

/** How long something takes up to where its boxes are known; styles and layout are a part of drawing. */
async function time(room: HTMLElement, act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  room.getBoundingClientRect();
  return performance.now() - start;
}

async function measureOne(
  contender: Contender,
  round: number,
  add: (what: string, ms: number) => void,
): Promise<void> {
  for (const [steps, groups] of [
    [5, 3],
    [12, 8],
  ] as const) {
    const room = makeRoom();
    const shape = `${steps} × ${groups}`;
    let drawn: Drawn | undefined;
    const first = await time(room, async () => {
      drawn = await contender.draw(room, makeFunnel(steps, groups, round + 1));
    });
    add(`${contender.name}: first, ${shape}`, first);
    for (let update = 0; update < UPDATES; update += 1) {
      const next = makeFunnel(steps, groups, 100 + round * UPDATES + update);
      add(`${contender.name}: update, ${shape}`, await time(room, () => drawn?.update(next)));
    }
    if (contender === funnelChart && steps === 5) await measureMoves(room, add);
    drawn?.remove();
    room.remove();
  }
}

/** Pointing and arrows: how long they take, and how often Lit rendered for them. */
async function measureMoves(room: HTMLElement, add: (what: string, ms: number) => void): Promise<void> {
  const chart = room.querySelector('funnel-chart') as FunnelChart;
  const cells = [...(chart.shadowRoot?.querySelectorAll<HTMLElement>('[role=gridcell] button') ?? [])].slice(
    0,
    12,
  );
  const renders = countRenders();
  for (const cell of cells) {
    const { left, top } = cell.getBoundingClientRect();
    const at = { clientX: left + 2, clientY: top + 2, bubbles: true, composed: true };
    add('hover', await time(room, () => cell.dispatchEvent(new PointerEvent('pointermove', at))));
  }
  cells[0]?.focus();
  for (const _ of cells) {
    const active = chart.shadowRoot?.activeElement;
    const press = new KeyboardEvent('keydown', {
      key: 'ArrowRight',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    add('focus', await time(room, () => active?.dispatchEvent(press)));
  }
  await chart.updateComplete;
  add('renders by hover and focus', renders.stop());
}

/** Counts the updates of every Lit element from now on. */
function countRenders(): { stop: () => number } {
  const prototype = LitElement.prototype as unknown as { update: (changed: unknown) => void };
  const original = prototype.update;
  let count = 0;
  prototype.update = function (this: unknown, changed) {
    count += 1;
    original.call(this, changed);
  };
  return {
    stop() {
      prototype.update = original;
      return count;
    },
  };
}

/** Runs everything, the contenders one after the other in each round; the first round only warms up. */
async function run(rounds: number): Promise<{ times: Times; failures: string[] }> {
  const times: Times = {};
  const failures = new Set<string>();
  for (let round = -1; round < rounds; round += 1) {
    const add = (what: string, ms: number) => (round < 0 ? undefined : (times[what] ??= []).push(ms));
    for (const contender of CONTENDERS) {
      try {
        await measureOne(contender, round, add);
      } catch (error) {
        failures.add(`${contender.name}: ${String(error)}`);
      }
    }
    await measureWheels(makeRoom, time, round, add);
  }
  return { times, failures: [...failures] };
}

Object.assign(globalThis, { runBench: run });
