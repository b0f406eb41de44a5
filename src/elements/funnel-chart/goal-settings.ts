import type { Goals } from '../../engine/insight/judge-goals.ts';

/** The goals of a host, as property and attribute; the same object as long as they say the same. */
export class GoalSettings {
  #key = '';
  #goals: Goals = {};

  /** `goal` is that of the whole funnel; of both the property wins. What is no rate is left out. */
  read(goals: Goals | null | undefined, goal: string | null | undefined): Goals {
    const total = toRate(goal);
    const all = { ...(total === undefined ? {} : { total }), ...goals };
    const known = Object.entries(all).filter(([, rate]) => isRate(rate));
    const key = JSON.stringify(known);
    if (key !== this.#key) {
      this.#key = key;
      this.#goals = Object.fromEntries(known);
    }
    return this.#goals;
  }
}

/** `0.1`, `10%`. */
function toRate(text: string | null | undefined): number | undefined {
  const [, number, percent] = /^\s*(\d*\.?\d+)\s*(%?)\s*$/.exec(text ?? '') ?? [];
  return number === undefined ? undefined : Number(number) / (percent ? 100 : 1);
}

function isRate(rate: unknown): boolean {
  return typeof rate === 'number' && rate >= 0 && rate <= 1;
}
