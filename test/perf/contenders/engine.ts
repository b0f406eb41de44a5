import { createStore, FunnelSession, type FunnelDefinition } from '../../../src/engine/index.ts';
import type { Contender, Query } from '../contender.ts';
import { BASE, KINDS, STEPS, WINDOW_DAYS, type Journeys } from '../journeys.ts';

const definition: FunnelDefinition = {
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
    return { answer: (query) => answer(new FunnelSession(store), query) };
  },
};

function toInput({ person, kind, seconds, source }: Journeys) {
  const at = Float64Array.from(seconds, (second) => (BASE + second) * 1000);
  const type = Array.from(kind, (index) => KINDS[index]!);
  return {
    timeZone: 'UTC',
    events: [{ name: 'events', length: person.length, columns: { person, type, at, source } }],
  };
}

function answer(session: FunnelSession, { sources }: Query) {
  const options = { filters: { [KINDS[0]]: { source: [...sources] } } };
  session.compute(definition, options);
  // In the order of the data, which is ascending here.
  return definition.steps.map(
    ({ id }) => session.ids(definition, options, { step: id, outcome: 'converted' }) as number[],
  );
}
