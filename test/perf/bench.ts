/**
 * `npm run bench`: the five-step funnel of made-up journeys by the engine and by what a user would take instead, round
 * by round in one run, and then what else the engine is asked. Absolute times do not travel; the ratios do.
 * `--people=100000 --rounds=7 --only=engine,scan`.
 */
import { parseArgs } from 'node:util';
import type { Answer, Contender, Loaded } from './contender.ts';
import { engine } from './contenders/engine.ts';
import { objects } from './contenders/objects.ts';
import { readSink, scan } from './contenders/scan.ts';
import { prepareQuestions, type Question } from './engine-questions.ts';
import { makeJourneys, type Journeys } from './journeys.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});

/** The ones that come from the bench's own packages; one that is not installed is named and left out. */
const OPTIONAL: Record<string, () => Promise<Contender>> = {
  arquero: async () => (await import('./contenders/arquero.ts')).arquero,
  'duckdb-wasm': async () => (await import('./contenders/duckdb-wasm.ts')).duckdbWasm,
  'duckdb-native': async () => (await import('./contenders/duckdb-native.ts')).duckdbNative,
  clickhouse: async () => (await import('./contenders/clickhouse.ts')).clickhouse,
};
const ALWAYS: Record<string, Contender> = { scan, engine, objects };

interface Measured {
  name: string;
  loaded: Loaded;
  loadMs: number;
  bytes: number;
  ownBytes: number;
  times: number[];
  cpu: number[];
  answers: Answer[];
}

async function findContenders(): Promise<Contender[]> {
  const wanted = values.only?.split(',') ?? [...Object.keys(ALWAYS), ...Object.keys(OPTIONAL)];
  const found: Contender[] = [];
  for (const name of wanted) {
    try {
      const contender = ALWAYS[name] ?? (await OPTIONAL[name]?.());
      if (contender) found.push(contender);
      else console.log(`- ${name}: there is no such contender`);
    } catch (error) {
      console.log(`- ${name}: left out (${(error as Error).message.split('\n')[0]})`);
    }
  }
  return found;
}

async function load(contender: Contender, journeys: Journeys): Promise<Measured | undefined> {
  const before = memory();
  const ownBefore = ownMemory();
  const start = performance.now();
  try {
    const loaded = await contender.load(journeys);
    const loadMs = performance.now() - start;
    return {
      name: contender.name,
      loaded,
      loadMs,
      bytes: memory() - before,
      ownBytes: ownMemory() - ownBefore,
      times: [],
      cpu: [],
      answers: [],
    };
  } catch (error) {
    console.log(
      `- ${contender.name}: left out, as it could not load (${(error as Error).message.split('\n')[0]})`,
    );
    return undefined;
  }
}

function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage.rss();
}

/** What lives on JavaScript's heap and in its buffers, bytes: exact, but blind to the memory of WebAssembly and natives. */
function ownMemory(): number {
  const { gc } = globalThis as { gc?: () => void };
  // What the first collection lets go of is given back by the second.
  gc?.();
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Which sources a round asks for: another set each time, so that no answer can be kept. */
function toSources(round: number): number[] {
  return Array.from({ length: 12 }, (_, source) => source).filter((source) => source !== round % 12);
}

async function run(measured: Measured, round: number): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const answer = await measured.loaded.answer({ sources: toSources(round) });
  measured.times.push(performance.now() - start);
  const used = process.cpuUsage(cpu);
  measured.cpu.push((used.user + used.system) / 1000);
  measured.answers.push(answer.map((ids) => Int32Array.from(ids)));
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

/** Names those whose ids differ from the engine's. The scan answers nothing. */
function findDisagreements(all: readonly Measured[]): string[] {
  const truth = all.find(({ name }) => name === engine.name);
  return all.flatMap(({ name, answers }) => {
    const round = answers.findIndex(
      (answer, i) =>
        answer.length > 0 &&
        truth &&
        !answer.every((ids, step) => {
          const own = truth.answers[i]![step]!;
          return ids.length === own.length && ids.every((id, k) => id === own[k]);
        }),
    );
    return round < 0 ? [] : [`${name}: other ids than the engine's in round ${round}`];
  });
}

function print(all: readonly Measured[], events: number): void {
  const of = (name: string) => all.find((measured) => measured.name === name);
  const scanMs = median(of(scan.name)?.times ?? [NaN]);
  const duckMs = median(of('DuckDB-wasm')?.times ?? [NaN]);
  const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
  row([
    'contender',
    'median ms',
    'min ms',
    'scans',
    'DuckDB-wasm takes',
    'CPU ms',
    'load ms',
    'memory MB',
    'own bytes an event',
  ]);
  row(['---', '--:', '--:', '--:', '--:', '--:', '--:', '--:', '--:']);
  for (const { name, times, cpu, loadMs, bytes, ownBytes } of all) {
    const ms = median(times);
    const ratio = Number.isNaN(duckMs) ? '' : `${(duckMs / ms).toFixed(2)} ×`;
    row([
      name,
      ms.toFixed(1),
      Math.min(...times).toFixed(1),
      (ms / scanMs).toFixed(1),
      ratio,
      median(cpu).toFixed(1),
      loadMs.toFixed(0),
      (bytes / 1e6).toFixed(0),
      (ownBytes / events).toFixed(1),
    ]);
  }
}

/** The engine's other questions round by round beside the scan, in scans of as many events as each is about. */
async function runQuestions(journeys: Journeys, rounds: number): Promise<void> {
  const questions = await prepareQuestions(journeys);
  const scanned = await scan.load(journeys);
  const clock = {
    events: journeys.person.length,
    name: 'linear scan',
    // What was asked before has pushed its data out of the processor's caches: the measure of all must not depend on that.
    prepare: () => scanned.answer({ sources: [] }),
    ask: () => scanned.answer({ sources: [] }),
  };
  const all = [clock, ...questions].map((question) => ({
    question,
    times: [] as number[],
    cpu: [] as number[],
  }));
  for (let round = -2; round < rounds; round++) {
    for (const { question, times, cpu } of all) {
      await question.prepare?.();
      const used = process.cpuUsage();
      const start = performance.now();
      await question.ask(round + 2);
      const ms = performance.now() - start;
      const { user, system } = process.cpuUsage(used);
      // The first rounds warm everything up.
      if (round < 0) continue;
      times.push(ms);
      cpu.push((user + system) / 1000);
    }
  }
  printQuestions(all);
}

function printQuestions(all: readonly { question: Question; times: number[]; cpu: number[] }[]): void {
  const [clock] = all;
  const scanMs = median(clock!.times) / clock!.question.events;
  console.log(
    '\n| the engine is asked | median ms | min ms | scans | CPU ms |\n| --- | --: | --: | --: | --: |',
  );
  for (const { question, times, cpu } of all) {
    const ms = median(times);
    const cells = [
      ms.toFixed(1),
      Math.min(...times).toFixed(1),
      (ms / (scanMs * question.events)).toFixed(1),
    ];
    console.log(`| ${[question.name, ...cells, median(cpu).toFixed(1)].join(' | ')} |`);
  }
}

async function main(): Promise<void> {
  const journeys = makeJourneys(Number(values.people));
  console.log(`${journeys.people} people, ${journeys.person.length} events, ${values.rounds} rounds\n`);
  const all: Measured[] = [];
  for (const contender of await findContenders()) {
    const measured = await load(contender, journeys);
    if (measured) all.push(measured);
  }
  for (let round = -1; round < Number(values.rounds); round++) {
    for (const measured of all) await run(measured, round + 1);
    // The first round warms everything up.
    if (round === -1) for (const measured of all) [measured.times, measured.cpu] = [[], []];
  }
  print(all, journeys.person.length);
  for (const { loaded } of all) await loaded.close?.();
  const disagreements = findDisagreements(all);
  console.log(
    disagreements.length === 0 ? '\nAll gave the same ids for every step.' : `\n${disagreements.join('\n')}`,
  );
  await runQuestions(journeys, Number(values.rounds));
  if (disagreements.length > 0 || readSink() === 0) process.exitCode = 1;
}

await main();
