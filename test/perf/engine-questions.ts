import { generateStudio } from '../../demo/studio/generate-studio.ts';
import { toDataset } from '../../demo/studio/to-dataset.ts';
import { funnelCatalog, wheelCatalog } from '../../src/catalog/index.ts';
import { toStoreInput } from '../../src/data/to-store-input.ts';
import {
  appendToStore,
  createStore,
  FunnelSession,
  removePeople,
  WheelModelSchema,
  WheelSession,
  type Store,
} from '../../src/engine/index.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import { answerJourneys, journeyFunnel, toInput } from './contenders/engine.ts';
import { toJourneyFiles } from './journey-files.ts';
import { KINDS, type Journeys } from './journeys.ts';

/** Something the engine is asked round by round, besides the funnel that all contenders are asked. */
export interface Question {
  name: string;
  /** Events of the data it is about: a scan is one pass over as many. */
  events: number;
  /** Done before each round, and not measured. */
  prepare?(): unknown;
  /** Asked another thing each round, so that no answer can be kept. */
  ask(round: number): unknown;
}

/** People of the made-up studio that the catalogue and the wheels are asked about. */
const STUDIO_PEOPLE = 8000;
/** What a studio of usual size has. */
const USUAL = { people: 4000, events: 200_000 };
const READERS = {
  arrow: new URL('../../src/formats/arrow.ts', import.meta.url).href,
  parquet: new URL('../../src/formats/parquet.ts', import.meta.url).href,
};
const { signal } = new AbortController();

/** All questions, with their data loaded. */
export async function prepareQuestions(journeys: Journeys): Promise<Question[]> {
  const store = createStore(toInput(journeys));
  return [
    ...askJourneys(store, journeys.person.length),
    await askThroughPort(journeys),
    ...growAndShrink(store, journeys),
    ...askFromFiles(journeys),
    ...(await askStudio()),
  ];
}

/** Sources of which another is missing each round, so that no answer can be kept. */
const toSources = (round: number) => Array.from({ length: 12 }, (_, i) => i).filter((i) => i !== round % 12);

function askJourneys(store: Store, events: number): Question[] {
  const edited = new FunnelSession(store);
  const change = (round: number, steps: readonly number[]) => ({
    filters: Object.fromEntries(steps.map((step) => [KINDS[step]!, { source: toSources(round) }])),
  });
  const ask = (session: FunnelSession, options: object) => answerJourneys(session, options);
  return [
    { name: 'a filter on the first step', events, ask: (round) => ask(edited, change(round, [0])) },
    { name: 'a filter on the last two steps', events, ask: (round) => ask(edited, change(round, [3, 4])) },
    {
      name: 'a filter on the first step, divided by 12 sources',
      events,
      ask: (round) => ask(edited, { ...change(round, [0]), breakdown: { property: 'source' } }),
    },
  ];
}

async function askThroughPort(journeys: Journeys): Promise<Question> {
  const client = new EngineClient();
  const { timeZone, events } = toInput(journeys);
  const handle = await client.load(
    { data: { timeZone, events: events[0]!.columns as unknown as Record<string, unknown[]> } },
    { signal },
  );
  return {
    name: 'the same filter through the port of the engine',
    events: journeys.person.length,
    ask: async (round) => {
      const options = { filters: { [KINDS[0]]: { source: toSources(round) } } };
      await client.compute(handle, journeyFunnel, options, { signal });
      for (const { id } of journeyFunnel.steps)
        await client.ids(handle, journeyFunnel, options, { step: id, outcome: 'converted' }, {}, { signal });
    },
  };
}

function growAndShrink(store: Store, journeys: Journeys): Question[] {
  const events = journeys.person.length;
  const added = toInput(takeRows(journeys, Math.ceil(events / 100)));
  return [
    { name: 'a hundredth more events appended', events, ask: () => appendToStore(store, added) },
    { name: 'one person removed', events, ask: (round) => removePeople(store, [journeys.person[round]!]) },
  ];
}

function takeRows({ people, person, kind, seconds, source }: Journeys, count: number): Journeys {
  return {
    people,
    person: person.slice(0, count),
    kind: kind.slice(0, count),
    seconds: seconds.slice(0, count),
    source: source.slice(0, count),
  };
}

/** From the bytes of a file to the first answer, by format. */
function askFromFiles(journeys: Journeys): Question[] {
  const count = Math.min(USUAL.events, journeys.person.length);
  const usual = { ...journeys, person: journeys.person.map((person) => person % USUAL.people) };
  return toJourneyFiles(usual, count).map((file) => ({
    name: `a file of ${count} events (${file.name}) to its first answer`,
    events: count,
    ask: async () => {
      const client = new EngineClient();
      const data = { timeZone: 'Europe/Paris', events: { file } };
      const handle = await client.load({ data, readers: READERS }, { signal });
      await client.compute(handle, journeyFunnel, {}, { signal });
      client.release(handle);
    },
  }));
}

/** Each funnel of the catalogue and each wheel, asked anew of a made-up studio. */
async function askStudio(): Promise<Question[]> {
  const studio = toDataset(generateStudio({ people: STUDIO_PEOPLE }), 'en');
  const { input } = await toStoreInput(studio);
  const store = createStore(input);
  const { events } = store.summary;
  const range = { from: '2026-01-01', to: '2026-09-30' };
  const funnels = funnelCatalog.map((funnel) => ({
    name: `studio: ${funnel.id}`,
    events,
    ask: () => new FunnelSession(store).compute(funnel, { range }),
  }));
  const wheels = WheelModelSchema.options.map((model) => ({
    name: `studio: the ${model} wheel`,
    events,
    ask: () => new WheelSession(store, wheelCatalog).compute(model),
  }));
  return [...funnels, ...wheels];
}
