// Runs one case through the public engine and lists every figure that differs.
import { createStore, FunnelSession } from '../../src/engine/index.ts';
import type { FunnelResult, Segment, StepCount } from '../../src/engine/index.ts';
import type { ExpectedGroup, ExpectedPeriod, ExpectedRates, PeerCase, Selection } from './case-file.ts';
import { stepId, translateCase, type TranslatedCase } from './translate-case.ts';

/** A figure that is not as asserted. */
export interface Mismatch {
  what: string;
  expected: unknown;
  got: unknown;
}

type Group = NonNullable<FunnelResult['breakdown']>['groups'][number];

/** Runs a case; an empty list means it passed. Errors of the engine are thrown on. */
export function runCase(peerCase: PeerCase): Mismatch[] {
  return new CaseRun(peerCase).check();
}

class CaseRun {
  readonly #case: PeerCase;
  readonly #translated: TranslatedCase;
  readonly #session: FunnelSession;
  readonly #result: FunnelResult;
  readonly #mismatches: Mismatch[] = [];

  constructor(peerCase: PeerCase) {
    this.#case = peerCase;
    this.#translated = translateCase(peerCase);
    const { input, definition, options } = this.#translated;
    this.#session = new FunnelSession(createStore(input));
    this.#result = this.#session.compute(definition, options);
  }

  check(): Mismatch[] {
    const { expected, expectedRates, levels } = this.#case;
    const steps = this.#result.steps;
    this.#compare('counts', expected.counts, steps.map(toConverted));
    this.#checkSeconds();
    this.#checkConvertedIds('convertedIds', expected.convertedIds);
    for (const selection of expected.idsBySelector ?? []) this.#checkSelection('idsBySelector', selection);
    this.#checkBreakdown();
    this.#checkBins();
    this.#checkTrend();
    if (levels) this.#compare('levels', toSorted(levels), toSorted(this.#levels(Object.keys(levels))));
    if (expectedRates) this.#checkRates(expectedRates);
    return this.#mismatches;
  }

  #add(what: string, expected: unknown, got: unknown): void {
    this.#mismatches.push({ what, expected, got });
  }

  #compare(what: string, expected: unknown, got: unknown): void {
    if (!isAsAsserted(expected, got)) this.#add(what, expected, got);
  }

  #checkSeconds(): void {
    const { avgSeconds, medianSeconds } = this.#case.expected;
    if (Array.isArray(avgSeconds)) this.#compare('avgSeconds', avgSeconds, this.#result.steps.map(toMean));
    if (Array.isArray(medianSeconds))
      this.#compare('medianSeconds', medianSeconds, this.#result.steps.map(toMedian));
  }

  #ids(segment: Segment): string[] {
    const { definition, options } = this.#translated;
    return this.#session.ids(definition, options, segment).map(String).sort();
  }

  #converted(step: number, group?: Group): string[] {
    return this.#ids({ step: stepId(step), outcome: 'converted', ...inGroup(group) });
  }

  #checkConvertedIds(
    what: string,
    expected: (readonly (string | number)[] | null)[] | null | undefined,
    group?: Group,
  ) {
    expected?.forEach((ids, step) => {
      if (ids) this.#compare(`${what}[${step}]`, ids.map(String).sort(), this.#converted(step, group));
    });
  }

  #select(selection: Selection, group?: Group): string[] {
    const { reachedStep, droppedBeforeStep, stepsReachedIn } = selection;
    if (reachedStep !== undefined) return this.#converted(reachedStep, group);
    if (droppedBeforeStep !== undefined) return this.#stoppedBefore(droppedBeforeStep, group);
    const numbers = stepsReachedIn === undefined ? [] : [stepsReachedIn].flat();
    return [...new Set(numbers.flatMap((done) => this.#stoppedBefore(done, group)))].sort();
  }

  /** Those who did as many steps and not the next; with all steps, those who did all. */
  #stoppedBefore(done: number, group?: Group): string[] {
    if (done >= this.#case.steps.length) return this.#converted(done - 1, group);
    const of = (outcome: string) => this.#ids({ step: stepId(done), outcome, ...inGroup(group) });
    return [...new Set([...of('dropped'), ...of('open')])].sort();
  }

  #checkSelection(what: string, selection: Selection, group?: Group): void {
    const { ids, ...selector } = selection;
    if (ids)
      this.#compare(
        `${what} ${JSON.stringify(selector)}`,
        ids.map(String).sort(),
        this.#select(selection, group),
      );
  }

  #checkBreakdown(): void {
    const { breakdown, breakdownComplete, idsByBreakdown } = this.#case.expected;
    const groups = new Map(this.#result.breakdown?.groups.map((group) => [toKey(group.value), group]));
    for (const expected of breakdown ?? []) this.#checkGroup(expected, groups.get(toKey(expected.value)));
    if (breakdown && breakdownComplete) {
      this.#compare('groups', breakdown.map(({ value }) => toKey(value)).sort(), [...groups.keys()].sort());
    }
    for (const { value, ...selection } of idsByBreakdown ?? []) {
      const group = groups.get(toKey(value));
      const what = `idsByBreakdown ${JSON.stringify(value)}`;
      if (group) this.#checkSelection(what, selection, group);
      else if (selection.ids?.length) this.#add(what, selection.ids, '(no such group)');
    }
  }

  #checkGroup(expected: ExpectedGroup, group: Group | undefined): void {
    const what = `group ${JSON.stringify(expected.value)}`;
    if (!group) return this.#add(what, expected, '(no such group)');
    this.#compare(`${what} counts`, expected.counts, group.steps.map(toConverted));
    this.#compare(`${what} avgSeconds`, expected.avgSeconds, group.steps.map(toMean));
    this.#compare(`${what} medianSeconds`, expected.medianSeconds, group.steps.map(toMedian));
    this.#checkConvertedIds(`${what} convertedIds`, expected.convertedIds, group);
  }

  #checkBins(): void {
    const { timeToConvert, expected } = this.#case;
    if (!timeToConvert) return;
    const { definition, options } = this.#translated;
    const { fromStep, toStep, binCount } = timeToConvert;
    const histogram = this.#session.timeToConvert(definition, options, {
      from: stepId(fromStep),
      to: stepId(toStep),
      bins: 'equal',
      ...(binCount ? { binCount } : {}),
    });
    this.#compare(
      'bins',
      expected.bins,
      histogram.bins.map(({ start, count }) => [start, count]),
    );
    if (typeof expected.avgSeconds === 'number')
      this.#compare('avgSeconds', expected.avgSeconds, histogram.summary.mean);
    if (typeof expected.medianSeconds === 'number')
      this.#compare('medianSeconds', expected.medianSeconds, histogram.summary.median);
  }

  #checkTrend(): void {
    const { trend, trendLength } = this.#case.expected;
    const periods = this.#result.trend?.periods ?? [];
    this.#compare('trendLength', trendLength, periods.length);
    const byStart = new Map(periods.map((period) => [toIso(period.start), period]));
    for (const expected of trend ?? []) this.#checkPeriod(expected, byStart.get(toIso(expected.period)));
  }

  #checkPeriod(
    { period, ...expected }: ExpectedPeriod,
    got: { entered: number; converted: number } | undefined,
  ): void {
    const what = `period ${toIso(period)}`;
    if (!got) return this.#add(what, expected, '(no such period)');
    const rate = got.entered === 0 ? 0 : (100 * got.converted) / got.entered;
    this.#compare(what, expected, {
      reachedFrom: got.entered,
      reachedTo: got.converted,
      rate: toTwoDecimals(rate),
    });
  }

  #levels(clients: string[]): Record<string, number> {
    const converted = this.#case.steps.map((_, step) => new Set(this.#converted(step)));
    return Object.fromEntries(
      clients.map((client) => [client, converted.filter((ids) => ids.has(client)).length]),
    );
  }

  /** The source's percentages, from our counts. */
  #checkRates(expected: ExpectedRates): void {
    const counts = this.#result.steps.map(toConverted).map(Number);
    const { clients = [], events } = this.#case;
    const all = new Set([
      ...clients.map(({ id }) => String(id)),
      ...events.map(({ client }) => String(client)),
    ]).size;
    const entering = counts[0] ?? 0;
    this.#compare('expectedRates', expected, {
      allClients: all,
      entering,
      enteringPercent: toPercent(entering, all),
      neverEntering: all - entering,
      neverEnteringPercent: toPercent(all - entering, all),
      steps: counts.map((visitors, step) => toStepRates(visitors, entering, counts[step - 1])),
    });
  }
}

function toStepRates(visitors: number, first: number, previous: number | undefined) {
  const dropoff = previous === undefined ? 0 : previous - visitors;
  return {
    visitors,
    conversionFromFirst: toPercent(visitors, first),
    conversionFromPrevious: previous === undefined ? 0 : toPercent(visitors, previous),
    dropoff,
    dropoffPercent: previous === undefined ? 0 : toPercent(dropoff, previous),
  };
}

const toConverted = (step: StepCount): unknown => step.converted ?? null;
const toMean = (step: StepCount): unknown => step.time?.mean ?? null;
const toMedian = (step: StepCount): unknown => step.time?.median ?? null;
const toIso = (instant: string | number): string => new Date(instant).toISOString();
const toTwoDecimals = (value: number): number => Math.round(value * 100) / 100;
const toPercent = (part: number, whole: number): number =>
  whole === 0 ? 0 : toTwoDecimals((100 * part) / whole);
const toSorted = (levels: Record<string, number>): unknown[] => Object.entries(levels).sort();
const inGroup = (group: Group | undefined) => (group ? { group: group.value } : {});

/** The values of a group as one text: missing is `""`, numbers and booleans are their text. */
function toKey(value: Group['value'] | ExpectedGroup['value']): string {
  const values = Array.isArray(value) ? value : [value];
  return JSON.stringify(
    values.map((one) => (one === null ? '' : typeof one === 'object' ? one : String(one))),
  );
}

/** Seconds are compared to a billionth, everything else exactly; null asserts nothing, "(none)" absence. */
function isAsAsserted(expected: unknown, got: unknown): boolean {
  if (expected === null || expected === undefined) return true;
  if (expected === '(none)') return got === null || got === undefined;
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((value, index) => isAsAsserted(value, got[index]))
    );
  }
  if (typeof expected === 'object') {
    return Object.entries(expected).every(([key, value]) =>
      isAsAsserted(value, (got as Record<string, unknown>)[key]),
    );
  }
  if (typeof expected === 'number' && typeof got === 'number') {
    return Math.abs(expected - got) <= 1e-9 * Math.max(1, Math.abs(expected));
  }
  return expected === got;
}
