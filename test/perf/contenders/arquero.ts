import { op, table, type ColumnTable } from 'arquero';
import type { Contender } from '../contender.ts';
import { STEPS, WINDOW_SECONDS } from '../journeys.ts';

/** Arquero's verbs: join each start with the next step's events, keep the earliest that fits, step by step. */
export const arquero: Contender = {
  name: 'Arquero',
  load: ({ person, kind, seconds, source }) => {
    const events = table({ person, kind, at: seconds, source });
    const ofStep = Array.from({ length: STEPS }, (_, step) =>
      events
        .params({ step })
        .filter((row: Row, $: { step: number }) => row.kind === $.step)
        .reify(),
    );
    return { answer: ({ sources }) => answer(ofStep, sources) };
  },
};

interface Row {
  kind: number;
  source: number;
  at: number;
  start: number;
  next: number;
}

function answer(ofStep: readonly ColumnTable[], sources: readonly number[]): number[][] {
  let level = ofStep[0]!
    .params({ sources: [...sources] })
    .filter((row: Row, $: { sources: number[] }) => op.includes($.sources, row.source, 0))
    .derive({ start: (row: Row) => row.at })
    .select('person', 'start', 'at')
    .reify();
  const done = [idsOf(level)];
  for (const events of ofStep.slice(1)) {
    level = level
      .join(events.select({ person: 'person', at: 'next' }), 'person')
      .params({ window: WINDOW_SECONDS })
      .filter((row: Row, $: { window: number }) => row.next >= row.at && row.next <= row.start + $.window)
      .groupby('person', 'start')
      .rollup({ at: (row: Row) => op.min(row.next) })
      .reify();
    done.push(idsOf(level));
  }
  return done;
}

function idsOf(level: ColumnTable): number[] {
  return [...new Set(level.array('person') as Iterable<number>)].sort((a, b) => a - b);
}
