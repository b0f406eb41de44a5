import { randomLcg } from 'd3';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';

/** A made-up funnel: who got through each step, by group. */
export interface Funnel {
  steps: string[];
  groups: string[];
  /** By step, then by group. */
  counts: number[][];
}

/** Numbers that fall from step to step; another seed gives others of the same shape. */
export function makeFunnel(steps: number, groups: number, seed: number): Funnel {
  const random = randomLcg(seed / 1000);
  let row = Array.from({ length: groups }, () => 400 + Math.floor(random() * 4000));
  const counts = Array.from({ length: steps }, () => {
    const current = row;
    row = row.map((count) => Math.floor(count * (0.45 + random() * 0.5)));
    return current;
  });
  return {
    steps: Array.from({ length: steps }, (_, index) => `Step number ${index + 1}`),
    groups: Array.from({ length: groups }, (_, index) => `Group ${index + 1}`),
    counts,
  };
}

/** The people of a step, of all groups. */
export function sumStep({ counts }: Funnel, step: number): number {
  return counts[step]!.reduce((sum, count) => sum + count, 0);
}

/** The same as a finished result. */
export function toResult(funnel: Funnel): FunnelResult {
  const toSteps = (countOf: (step: number) => number) =>
    funnel.steps.map((name, step) => {
      const entered = countOf(Math.max(0, step - 1));
      return {
        id: `s${step}`,
        name,
        entered,
        converted: countOf(step),
        open: 0,
        dropped: entered - countOf(step),
      };
    });
  return {
    funnel: { id: 'bench', name: 'A funnel' },
    closed: true,
    asOf: '2026-10-31T12:00:00Z',
    range: { from: '2026-10-01', to: '2026-10-31', timeZone: 'Europe/Paris' },
    steps: toSteps((step) => sumStep(funnel, step)),
    breakdown: {
      property: 'source',
      attribution: 'step',
      groups: funnel.groups.map((value, group) => ({
        value,
        steps: toSteps((step) => funnel.counts[step]![group]!),
      })),
    },
  } as unknown as FunnelResult;
}
