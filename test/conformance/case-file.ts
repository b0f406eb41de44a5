// The form of a case file: ../shared/data/peer-cases/README.md. Documentation fields are let through; an unknown
// field that would change the meaning of a case, or assert something, makes the case malformed.
import * as v from 'valibot';

const Scalar = v.union([v.string(), v.number(), v.boolean()]);
const Index = v.pipe(v.number(), v.integer(), v.minValue(0));
const Instant = v.pipe(
  v.union([v.string(), v.number()]),
  v.check((value) => Number.isFinite(new Date(value).getTime()), 'not an instant'),
);

const ConditionSchema = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1)),
  operator: v.picklist([
    'exact',
    'is_not',
    'icontains',
    'not_icontains',
    'gt',
    'gte',
    'lt',
    'lte',
    'is_set',
    'is_not_set',
  ]),
  value: v.optional(v.nullable(v.union([Scalar, v.array(Scalar)]))),
  scope: v.optional(v.picklist(['client', 'event'])),
});
export type CaseCondition = v.InferOutput<typeof ConditionSchema>;

const Conditions = v.optional(v.array(ConditionSchema));
const EventName = v.nullable(v.string());
const AlternativeSchema = v.strictObject({ event: EventName, where: Conditions });

const StepSchema = v.pipe(
  v.strictObject({
    event: v.optional(EventName),
    anyOf: v.optional(v.pipe(v.array(AlternativeSchema), v.minLength(1))),
    where: Conditions,
    label: v.optional(v.string()),
    firstTimeForClient: v.optional(v.boolean()),
  }),
  v.check(
    (step) => (step.event === undefined) !== (step.anyOf === undefined),
    'a step has either event or anyOf',
  ),
);
export type CaseStep = v.InferOutput<typeof StepSchema>;

const ExclusionSchema = v.strictObject({
  event: EventName,
  where: Conditions,
  fromStep: Index,
  toStep: Index,
  label: v.optional(v.string()),
});

const SemanticsSchema = v.strictObject({
  order: v.picklist(['sequential', 'strict', 'unordered']),
  windowMs: v.nullish(v.number()),
  window: v.optional(v.unknown()),
  exclusions: v.optional(v.array(ExclusionSchema)),
  tie: v.nullish(v.picklist(['lt', 'lte'])),
  modes: v.optional(v.array(v.string())),
  tieRule: v.optional(v.string()),
  windowRule: v.optional(v.string()),
});

const BreakdownSchema = v.strictObject({
  keys: v.pipe(v.array(v.string()), v.minLength(1)),
  scope: v.optional(v.picklist(['client', 'event'])),
  attribution: v.optional(v.picklist(['first_touch', 'last_touch', 'step', 'all_events'])),
  attributionStep: v.optional(Index),
});

/** `null`: not asserted; `"(none)"`: asserted to be absent. */
const asserted = <S extends v.GenericSchema>(schema: S) => v.nullish(v.union([schema, v.literal('(none)')]));
const PerStep = v.array(asserted(v.number()));
const Ids = v.array(v.union([v.string(), v.number()]));
const IdsPerStep = v.array(v.nullable(Ids));

const SELECTORS = {
  reachedStep: v.optional(Index),
  droppedBeforeStep: v.optional(Index),
  stepsReachedIn: v.optional(v.union([Index, v.array(Index)])),
  ids: v.nullish(Ids),
};
const SelectionSchema = v.strictObject(SELECTORS);
export type Selection = v.InferOutput<typeof SelectionSchema>;

const Value = v.array(v.nullable(Scalar));
const GroupSchema = v.strictObject({
  value: Value,
  counts: v.nullish(PerStep),
  avgSeconds: v.nullish(PerStep),
  medianSeconds: v.nullish(PerStep),
  convertedIds: v.nullish(IdsPerStep),
});
export type ExpectedGroup = v.InferOutput<typeof GroupSchema>;

const PeriodSchema = v.strictObject({
  period: Instant,
  reachedFrom: asserted(v.number()),
  reachedTo: asserted(v.number()),
  rate: asserted(v.number()),
});
export type ExpectedPeriod = v.InferOutput<typeof PeriodSchema>;

const ExpectedSchema = v.strictObject({
  counts: v.nullish(PerStep),
  /** Per step; in a case of kind `timeToConvert`, one number. */
  avgSeconds: v.nullish(v.union([v.number(), PerStep])),
  medianSeconds: v.nullish(v.union([v.number(), PerStep])),
  convertedIds: v.nullish(IdsPerStep),
  idsBySelector: v.nullish(v.array(SelectionSchema)),
  idsByBreakdown: v.nullish(v.array(v.strictObject({ value: Value, ...SELECTORS }))),
  breakdown: v.nullish(v.array(GroupSchema)),
  breakdownComplete: v.nullish(v.boolean()),
  bins: v.nullish(v.array(v.tuple([v.number(), v.nullable(v.number())]))),
  trend: v.nullish(v.array(PeriodSchema)),
  trendLength: v.nullish(v.number()),
});
export type Expected = v.InferOutput<typeof ExpectedSchema>;

const RatesSchema = v.strictObject({
  allClients: asserted(v.number()),
  entering: asserted(v.number()),
  enteringPercent: asserted(v.number()),
  neverEntering: asserted(v.number()),
  neverEnteringPercent: asserted(v.number()),
  steps: v.nullish(
    v.array(
      v.strictObject({
        visitors: asserted(v.number()),
        conversionFromFirst: asserted(v.number()),
        conversionFromPrevious: asserted(v.number()),
        dropoff: asserted(v.number()),
        dropoffPercent: asserted(v.number()),
      }),
    ),
  ),
});
export type ExpectedRates = v.InferOutput<typeof RatesSchema>;

const Properties = v.nullish(v.record(v.string(), v.nullable(Scalar)));
const ClientId = v.union([v.string(), v.number()]);

const CaseSchema = v.looseObject({
  id: v.string(),
  name: v.optional(v.string()),
  class: v.picklist(['core', 'dialect']),
  classReason: v.optional(v.string()),
  kind: v.picklist(['steps', 'timeToConvert', 'trends']),
  semantics: SemanticsSchema,
  steps: v.pipe(v.array(StepSchema), v.minLength(1)),
  filters: Conditions,
  range: v.optional(v.strictObject({ from: v.nullish(Instant), to: v.nullish(Instant) })),
  breakdown: v.nullish(BreakdownSchema),
  timeToConvert: v.nullish(
    v.strictObject({ fromStep: Index, toStep: Index, binCount: v.nullish(v.pipe(Index, v.minValue(1))) }),
  ),
  trend: v.nullish(
    v.strictObject({ interval: v.picklist(['day', 'week', 'month']), fromStep: Index, toStep: Index }),
  ),
  clients: v.optional(v.array(v.strictObject({ id: ClientId, props: Properties }))),
  events: v.array(v.strictObject({ client: ClientId, event: v.string(), ts: Instant, props: Properties })),
  expected: ExpectedSchema,
  expectedRates: v.nullish(RatesSchema),
  levels: v.nullish(v.record(v.string(), v.number())),
});
export type PeerCase = v.InferOutput<typeof CaseSchema>;

/** One case of a file: readable, or what is wrong with it. */
export type ReadCase =
  { id: string; name: string; parsed: PeerCase } | { id: string; name: string; fault: string };

/** A file that is not of the form at all. */
export class CaseFileError extends Error {
  override name = 'CaseFileError';
}

/**
 * Reads a case file. A malformed case does not stop the others: it is returned with its fault.
 * @throws CaseFileError when the text is no JSON or has no list of cases
 */
export function parseCaseFile(text: string, fileName: string): ReadCase[] {
  const content = parseJson(text, fileName);
  const cases = (content as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(cases)) throw new CaseFileError(`${fileName}: no "cases" array at the top`);
  if (cases.length === 0) throw new CaseFileError(`${fileName}: "cases" is empty`);
  return cases.map((value: unknown, index) => readCase(value, `cases[${index}]`));
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CaseFileError(`${fileName}: not JSON (${(cause as Error).message})`, { cause });
  }
}

function readCase(value: unknown, path: string): ReadCase {
  const named = (value ?? {}) as { id?: unknown; name?: unknown };
  const id = typeof named.id === 'string' ? named.id : path;
  const name = typeof named.name === 'string' ? named.name : '';
  const parsed = v.safeParse(CaseSchema, value);
  if (!parsed.success) return { id, name, fault: `${path}: ${describeIssue(parsed.issues[0])}` };
  const fault = findBadIndex(parsed.output);
  return fault ? { id, name, fault: `${path}: ${fault}` } : { id, name, parsed: parsed.output };
}

/** The issue that lies deepest: of a union's alternatives it names the mistake best. */
function describeIssue(issue: v.BaseIssue<unknown>, before = ''): string {
  const path = [before, v.getDotPath(issue)].filter(Boolean).join('.');
  const inner = issue.issues?.find((candidate) => (candidate.path?.length ?? 0) > 0);
  return inner ? describeIssue(inner, path) : `${path || 'the case'}: ${issue.message}`;
}

/** Step numbers must name a step. */
function findBadIndex({ steps, semantics, breakdown, timeToConvert, trend }: PeerCase): string | undefined {
  const named: [string, number | undefined][] = [
    ...(semantics.exclusions ?? []).flatMap(({ fromStep, toStep }, i): [string, number][] => [
      [`semantics.exclusions.${i}.fromStep`, fromStep],
      [`semantics.exclusions.${i}.toStep`, toStep],
    ]),
    ['breakdown.attributionStep', breakdown?.attributionStep],
    ['timeToConvert.fromStep', timeToConvert?.fromStep],
    ['timeToConvert.toStep', timeToConvert?.toStep],
    ['trend.fromStep', trend?.fromStep],
    ['trend.toStep', trend?.toStep],
  ];
  const bad = named.find(([, index]) => index !== undefined && index >= steps.length);
  return bad && `${bad[0]}: there is no step ${bad[1]}`;
}
