import { FunnelwheelError } from '../../error.ts';
import type { Attempts, Lanes } from './attempts.ts';
import { CandidateFinder } from './candidates.ts';
import { filterColumn, type CandidateColumn } from './candidate-column.ts';
import { ExclusionRules } from './exclusion-rules.ts';
import { findExit } from './find-exit.ts';
import { KeptWork } from './kept-work.ts';
import { splitLanes, subjectLanes, type ValueTuple } from './lanes.ts';
import { matchChain, type StepSource } from './match-chain.ts';
import { firstAtOrAfter, isGreedyExact, isPlainChain, matchLevels } from './match-levels.ts';
import type { MatchInput } from './match-input.ts';
import { ChainSearch, matchSearch } from './match-search.ts';
import { matchUnordered, type PlaceFilter, type UnorderedSearch } from './match-unordered.ts';
import { OutcomeClasses } from './outcome-classes.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { EventKind, SubjectView } from '../../dataset/store.ts';
import type { RunContext } from './run-context.ts';
import { NONE, StepRules } from './step-rules.ts';

/**
 * How matching is divided: each value a funnel of its own, by the value that fills a step, or by the value that a
 * step's filter would ask for.
 */
export type Division =
  | { by: 'all-events'; properties: readonly string[] }
  | { by: 'step' | 'filter'; step: number; properties: readonly string[] };

/** Everything one matching left behind. */
export interface Matching {
  input: MatchInput;
  attempts: Attempts;
  /** Value of each lane, where a division made them. */
  values: readonly ValueTuple[] | null;
  /**
   * Whether a start has an attempt that did `done` required steps and can still do `step` at an instant: epoch ms, by
   * default *now*.
   */
  canBeOpen(lane: number, attempt: number, step: number, instant?: number): boolean;
  /** Tick of an attempt's entry. */
  startTick(attempt: number): number;
}

/** Lanes on their way to be matched, with the value of each where a division made them. */
interface Divided {
  lanes: Lanes;
  columns: readonly CandidateColumn[];
  values: readonly ValueTuple[] | null;
}

type Run = Omit<Matching, 'values' | 'startTick'>;

/** Finds the candidates of a run once, and matches them as often as breakdowns need. */
export class FunnelMatcher {
  readonly context: RunContext;
  readonly #finder: CandidateFinder;
  readonly #sources: readonly StepSource[];
  readonly #absent: ReadonlyMap<number, Uint8Array>;
  readonly #excluded: readonly CandidateColumn[];
  readonly #stream: CandidateColumn | null;
  readonly #lanes: Lanes;

  readonly #kept: KeptWork;

  /** @param kept of earlier runs of the same store */
  constructor(context: RunContext, kept: KeptWork = new KeptWork(context.store)) {
    this.context = context;
    this.#kept = kept;
    this.#finder = new CandidateFinder(context);
    const { plan } = context;
    this.#lanes = subjectLanes(context);
    this.#sources = plan.steps.map((step) => this.#toSource(step));
    this.#absent = new Map(
      plan.steps.filter((step) => step.absent).map((step) => [step.index, this.#finder.findAbsent(step)]),
    );
    this.#excluded = plan.exclusions.map(({ condition }) => this.#finder.findExcluded(condition));
    this.#stream = plan.order === 'strict' ? this.#finder.findStream() : null;
    this.#refusePersonStart();
  }

  /** Candidates of every step before any is picked, for the touches of a breakdown; by subject. */
  staticColumns(): CandidateColumn[] {
    return this.context.plan.steps
      .filter((step) => !step.absent)
      .map((step) => (step.pick === 'first' ? this.poolOf(step) : this.#finder.findStatic(step)));
  }

  /** Whether somebody has an event that could be the first step. */
  hasStarted(subject: number): boolean {
    const { off } = this.#sources[0]!.all();
    return off[subject]! < off[subject + 1]! || this.#absent.get(0)?.[subject] === 1;
  }

  /** What a step picks from, by subject. */
  poolOf(step: PlanStep): CandidateColumn {
    return this.#sources[step.index]!.all();
  }

  match(division?: Division): Matching {
    if (!division && this.#isPlain()) return this.#matchPlain();
    const columns = this.#sources.map((source) => source.all());
    const whole: Divided = { lanes: this.#lanes, columns, values: null };
    const held = this.#hold(this.#pick(this.#divide(whole, division, 'before')));
    const { values, ...divided } = this.#divide(held, division, 'after');
    const run = this.#run({
      ...this.#toInput(divided),
      must: division?.by === 'step' ? division.step : undefined,
    });
    return { ...run, values, startTick: (attempt) => this.#startTick(run.attempts, attempt) };
  }

  /** Whether this is a plain chain of whole subjects, which asks late steps for the candidates of those who came to them. */
  #isPlain(): boolean {
    const { plan, view } = this.context;
    const mixed = plan.steps.some((step) => kindsOf(step, view).some(({ dayOnly }) => dayOnly !== null));
    return isPlainChain(plan) && plan.hold.length === 0 && isGreedyExact(plan, mixed);
  }

  #matchPlain(): Matching {
    const { context } = this;
    const sources = this.#sources.map((source, s) => {
      const step = context.plan.steps[s]!;
      if (isPickedAsFound(step)) return source;
      const all = () => this.#finder.pick(step, source.all());
      return { all, within: all };
    });
    const attempts = matchChain({ context, lanes: this.#lanes, sources }, this.#kept.chain(context));
    const run = this.#toLevelRun(this.#toInput(attempts), attempts);
    return { ...run, values: null, startTick: (attempt) => this.#startTick(attempts, attempt) };
  }

  #toSource(step: PlanStep): StepSource {
    let column: CandidateColumn | undefined;
    const find = () =>
      step.absent
        ? emptyColumn(this.#lanes.count)
        : this.#kept.column(this.context, step, () => this.#finder.findPool(step));
    const all = () => (column ??= find());
    return {
      all,
      within: (lanes, places) => column ?? this.#finder.findWithin(step, lanes, places) ?? all(),
    };
  }

  /** A filter's or each event's value divides what steps pick from; the value on a step what was picked. */
  #divide(base: Divided, division: Division | undefined, stage: 'before' | 'after'): Divided {
    if (!division || (division.by === 'step') !== (stage === 'after')) return base;
    const only = division.by === 'all-events' ? undefined : division.step;
    return splitLanes(this.context, base, division.properties, only, undefined, division.by === 'filter');
  }

  #pick({ lanes, columns, values }: Divided): Divided {
    const { steps } = this.context.plan;
    const picked = columns.map((pool, s) => (steps[s]!.absent ? pool : this.#finder.pick(steps[s]!, pool)));
    return { lanes, columns: this.#stream ? this.#keepStream(picked, lanes) : picked, values };
  }

  #hold(base: Divided): Divided {
    const { hold } = this.context.plan;
    if (hold.length === 0) return base;
    const held = splitLanes(this.context, base, hold, undefined, isComplete);
    return { ...held, values: base.values && held.origin.map((lane) => base.values![lane]!) };
  }

  /** In any order: what was matched, again, with chains whose event at a place is one that `accepts` wants. */
  matchPlace(input: MatchInput, place: number, accepts: PlaceFilter['accepts']): Matching {
    const { attempts, search } = matchUnordered(input, { place, accepts });
    return {
      ...this.#toUnordered(input, attempts, search),
      values: null,
      startTick: (a) => this.#startTick(attempts, a),
    };
  }

  #toUnordered(input: MatchInput, attempts: Attempts, search: UnorderedSearch): Run {
    const { now } = this.context;
    const canBeOpen: Matching['canBeOpen'] = (lane, attempt, _step, instant = now) =>
      search.canBeOpen(lane, attempts.match[0]![attempt]!, attempts.done[attempt]!, instant);
    return { input, attempts, canBeOpen };
  }

  #toInput({ lanes, columns }: Pick<Attempts, 'lanes' | 'columns'>): MatchInput {
    const { context } = this;
    const rules = new StepRules(context, columns, this.#places(columns, lanes));
    const exclusions = new ExclusionRules(context, rules, this.#excluded);
    const outcomes = new OutcomeClasses(context, columns, lanes);
    return { context, lanes, columns, absent: this.#absent, rules, exclusions, outcomes };
  }

  #run(input: MatchInput): Run {
    const { plan } = this.context;
    if (plan.order === 'unordered') {
      const { attempts, search } = matchUnordered(input);
      return this.#toUnordered(input, attempts, search);
    }
    const mixed = input.columns.some((column) => column.day !== null);
    return isGreedyExact(plan, mixed) ? this.#toLevelRun(input, matchLevels(input)) : this.#runSearch(input);
  }

  #startTick(attempts: Attempts, attempt: number): number {
    const start = attempts.match[0]![attempt]!;
    const { store, range } = this.context;
    if (start >= 0) return attempts.columns[0]!.time[start]!;
    return start === NONE ? -Infinity : (range.from - store.base) / store.unit;
  }

  #toLevelRun(input: MatchInput, attempts: Attempts): Run {
    const chosen = new Int32Array(input.columns.length);
    const { now } = this.context;
    const canBeOpen: Matching['canBeOpen'] = (lane, attempt, step, instant = now) => {
      for (let s = 0; s < chosen.length; s++) chosen[s] = attempts.match[s]![attempt]!;
      const clean = attempts.cutTo === null || attempts.cutTo[attempt] === NONE;
      if (!clean || chosen[step] !== NONE || !input.rules.isEntered(step, chosen)) return false;
      return input.rules.runEnd(step, chosen) >= instant && findExit(input, lane, step, chosen) < 0;
    };
    return { input, attempts, canBeOpen };
  }

  #runSearch(input: MatchInput): Run {
    const attempts = matchSearch(input);
    const search = new ChainSearch(input);
    const { now } = this.context;
    const canBeOpen: Matching['canBeOpen'] = (lane, attempt, step, instant = now) =>
      search.canBeOpen(lane, attempts.match[0]![attempt]!, step, attempts.done[attempt]!, instant);
    return { input, attempts, canBeOpen };
  }

  /** For strict order: only what stands in the subject's stream can fill a step. */
  #keepStream(columns: readonly CandidateColumn[], lanes: Lanes): CandidateColumn[] {
    return columns.map((column) =>
      filterColumn(column, (i, lane) => placeIn(this.#stream!, column, i, lanes.subjectOf[lane]!) !== NONE),
    );
  }

  #places(columns: readonly CandidateColumn[], lanes: Lanes): Int32Array[] | null {
    const stream = this.#stream;
    if (!stream) return null;
    return columns.map((column) => {
      const places = new Int32Array(column.time.length);
      for (let lane = 0; lane < lanes.count; lane++) {
        for (let i = column.off[lane]!; i < column.off[lane + 1]!; i++) {
          places[i] = placeIn(stream, column, i, lanes.subjectOf[lane]!);
        }
      }
      return places;
    });
  }

  /** "A step 1 from a person's column can never go on: refused" (funnels.md, "Order"). */
  #refusePersonStart(): void {
    if (this.context.plan.order !== 'strict') return;
    const { kinds } = this.#sources[0]!.all();
    const onlyPerson =
      kinds.length > 0 && kinds.every((kind) => kind.fromPerson?.every((flag) => flag === 1));
    if (!onlyPerson) return;
    throw new FunnelwheelError(
      'invalid-definition',
      'steps[0]: its events come from a column of the people, which are not in the stream that strict order follows',
      { path: 'steps[0]', value: this.context.plan.steps[0]!.id },
    );
  }
}

/** Whether a step picks from its candidates as they are found: the first of a lane that fits. */
function isPickedAsFound({ nth, pick }: PlanStep): boolean {
  return nth === undefined && pick === 'first';
}

/** The kinds that a step's conditions name. */
function kindsOf({ conditions }: PlanStep, { kinds }: SubjectView): EventKind[] {
  return [...kinds.values()].filter(({ type }) =>
    conditions.some(({ types }) => types === null || types.includes(type)),
  );
}

function isComplete(tuple: ValueTuple): boolean {
  return !tuple.includes(null);
}

function placeIn(stream: CandidateColumn, column: CandidateColumn, index: number, subject: number): number {
  const end = stream.off[subject + 1]!;
  const time = column.time[index]!;
  for (let i = firstAtOrAfter(stream, subject, time); i < end && stream.time[i] === time; i++) {
    if (stream.seq[i] === column.seq[index]) return i;
  }
  return NONE;
}

function emptyColumn(lanes: number): CandidateColumn {
  return {
    off: new Int32Array(lanes + 1),
    time: new Int32Array(0),
    seq: new Float64Array(0),
    day: null,
    kinds: [],
    kind: new Uint16Array(0),
    row: new Int32Array(0),
  };
}
