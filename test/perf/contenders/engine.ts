import {
  createStore,
  FunnelSession,
  type FunnelDefinition,
  type RunOptions,
} from '../../../src/engine/index.ts';
import type { Contender } from '../contender.ts';
import { BASE, KINDS, STEPS, WINDOW_DAYS, type Journeys } from '../journeys.ts';

/** The five-step funnel that everybody is asked. */
export const journeyFunnel: FunnelDefinition = {
  id: 'journey',
  order: 'sequential',
  window: { days: WINDOW_DAYS },
  steps: KINDS.slice(0, STEPS).map((event) => ({ id: event, event })),
};

/** The engine by its public API, in the same thread. UTC, because the others know no studio's calendar. */
export const engine: Contender = {
  name: 'funnelwheel',
  load: (journeys) => {
    const store = createStore(toInput(journeys));
    return { answer: ({ sources }) => answerJourneys(new FunnelSession(store), toFilter(sources)) };
  },
};

/** The journeys as the engine takes them. */
export function toInput({ person, kind, seconds, source }: Journeys) {
  const at = Float64Array.from(seconds, (second) => (BASE + second) * 1000);
  const type = Array.from(kind, (index) => KINDS[index]!);
  return {
    timeZone: 'UTC',
    events: [{ name: 'events', length: person.length, columns: { person, type, at, source } }],
  };
}

const toFilter = (sources: readonly number[]) => ({ filters: { [KINDS[0]]: { source: [...sources] } } });

/** Counts and times, and the ids of who did each step: in the order of the data, which is ascending here. */
export function answerJourneys(session: FunnelSession, options: RunOptions) {
  session.compute(journeyFunnel, options);
  return journeyFunnel.steps.map(
    ({ id }) => session.ids(journeyFunnel, options, { step: id, outcome: 'converted' }) as number[],
  );
}
