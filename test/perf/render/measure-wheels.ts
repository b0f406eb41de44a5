import { loadWheelParse } from '../../../src/data/load-wheel-parse.ts';
import { LifecycleWheel } from '../../../src/elements/lifecycle-wheel/lifecycle-wheel.ts';
import type { WheelResult } from '../../../src/engine/schema/wheel.ts';
import { untilShown } from './until-shown.ts';

LifecycleWheel.define();
// Comes over the network with a page's first result, which is no work of the page.
await loadWheelParse();

type Time = (room: HTMLElement, act: () => unknown) => Promise<number>;

/** A wheel of so many phases and flows; another seed gives other numbers of the same shape. */
function makeWheel(phases: number, flows: number, seed: number): WheelResult {
  const idOf = (index: number) => `p${index % phases}`;
  return {
    model: 'lifecycle',
    phases: Array.from({ length: phases }, (_, index) => ({
      id: idOf(index),
      name: `Phase ${index + 1}`,
      count: 300 + ((index * 97 + seed * 31) % 900),
      medianDays: 20 + index,
    })),
    flows: Array.from({ length: flows }, (_, index) => ({
      from: idOf(index),
      to: idOf(index + 1 + Math.floor(index / phases)),
      count: 20 + ((index * 53 + seed * 17) % 200),
    })),
  } as unknown as WheelResult;
}

/** Draws and updates the usual wheel, and the largest. */
export async function measureWheels(
  makeRoom: () => HTMLElement,
  time: Time,
  round: number,
  add: (what: string, ms: number) => void,
): Promise<void> {
  for (const [phases, flows] of [
    [5, 8],
    [8, 20],
  ] as const) {
    const room = makeRoom();
    const wheel = document.createElement('lifecycle-wheel') as LifecycleWheel;
    const show = (seed: number) =>
      untilShown(wheel, () => void (wheel.result = makeWheel(phases, flows, seed)));
    add(
      `wheel: first, ${phases} phases, ${flows} flows`,
      await time(room, () => (room.append(wheel), show(round))),
    );
    for (let update = 0; update < 3; update += 1)
      add(
        `wheel: update, ${phases} phases, ${flows} flows`,
        await time(room, () => show(round * 3 + update + 50)),
      );
    room.remove();
  }
}
