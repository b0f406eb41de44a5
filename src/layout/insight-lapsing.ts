import { computeFunnelFacts, type StepFacts } from '../engine/insight/step-facts.ts';
import type { FunnelResult, PersonRow } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import type { LapsingLocalization } from '../i18n/insight-lapsing.ts';
import type { Mark } from './insight-mark.ts';
import { toStepLabel } from './step-words.ts';

const DAY_MS = 86_400_000;

/** Days, the last of them being what the answer is about. */
const HORIZONS = [3, 7] as const;
const LAST_HORIZON = 7;

/** The people of a step whose time ends soonest, as far as the last horizon; each once. */
export interface LapsingStep {
  step: string;
  people: readonly Pick<PersonRow, 'id' | 'deadline'>[];
}

/** One step's people by when their time ends. */
export interface LapsingRow {
  label: string;
  note: string;
  /** Today, within three days, within seven; absent where nobody knows. */
  soon: { mark: Mark; text: string }[];
  all: { mark: Mark; text: string };
}

/** The section "about to lapse". */
export interface LapsingView {
  title: string;
  lead: string;
  columns: string[];
  rows: LapsingRow[];
  notes: string[];
}

/** What it is laid out with. */
export interface LapsingContext {
  result: FunnelResult;
  localization: ChartLocalization;
  words: LapsingLocalization;
}

/** Steps that somebody can still do before their time ends. */
export function listOpenSteps(result: FunnelResult): StepFacts[] {
  return computeFunnelFacts(result).steps.filter(({ open, bounded }) => open > 0 && bounded);
}

/** The first instant, epoch ms, that is beyond every horizon. */
export function toHorizonEnd({ asOf }: FunnelResult): number {
  return toMs(asOf) + LAST_HORIZON * DAY_MS;
}

/** Whose time ends when, as the reader sees it; `steps` is undefined where nobody can be asked for. */
export function layoutLapsing(
  steps: readonly LapsingStep[] | undefined,
  context: LapsingContext,
): LapsingView {
  const { result, words } = context;
  const { messages, format } = words;
  const facts = computeFunnelFacts(result);
  const open = listOpenSteps(result);
  const isUnbounded = facts.steps.slice(1).every(({ bounded }) => !bounded);
  const rows = open.map((step) =>
    layoutRow(
      step,
      steps?.find((each) => each.step === step.id),
      context,
    ),
  );
  const days = HORIZONS.map((count) => format.span(count, 'day'));
  return {
    title: toTitle(steps, open, isUnbounded, context),
    lead: isUnbounded ? messages.unboundedHint : steps && rows.length > 0 ? messages.lead : '',
    columns: [
      messages.columns.step,
      ...(steps ? [messages.columns.today, ...days.map(messages.columns.within)] : []),
      messages.columns.all,
    ],
    rows,
    notes: isUnbounded ? [] : toNotes(steps, facts.steps, open, words),
  };
}

function toMs(instant: string | number | null | undefined): number {
  return new Date(instant ?? Number.NaN).getTime();
}

/** Whose time ends today, and within so many days of now. */
function listHorizons(
  { asOf, range }: FunnelResult,
  { format }: LapsingLocalization,
): ((deadline: number) => boolean)[] {
  const now = toMs(asOf);
  const today = asOf === undefined || asOf === null ? undefined : format.day(asOf, range?.timeZone);
  return [
    (deadline) => format.day(deadline, range?.timeZone) === today,
    ...HORIZONS.map((days) => (deadline: number) => deadline - now <= days * DAY_MS),
  ];
}

function layoutRow(step: StepFacts, found: LapsingStep | undefined, context: LapsingContext): LapsingRow {
  const { result, localization, words } = context;
  const { messages, format } = words;
  const label = toStepLabel(step, localization);
  const segment = { step: step.id, outcome: 'open' };
  const said = [
    messages.columns.today,
    ...HORIZONS.map((days) => messages.columns.within(format.span(days, 'day'))),
  ];
  const soon = listHorizons(result, words).map((isBy, index) => {
    const n = found?.people.filter(({ deadline }) => isBy(toMs(deadline))).length ?? 0;
    const counted = { n, text: format.number(n) };
    const mark: Mark = {
      key: `open/${step.id}/${index}`,
      heading: label,
      words: messages.byThen(counted, said[index] ?? ''),
      // The list is of all who are open, those whose time ends first standing first.
      ...(n > 0 ? { segment } : {}),
    };
    return { mark, text: counted.text };
  });
  const first = found?.people[0]?.deadline;
  const all = { n: step.open, text: format.number(step.open) };
  return {
    label,
    note: first ? messages.first(format.dateTime(first, result.range?.timeZone)) : '',
    soon: found ? soon : [],
    all: {
      mark: {
        key: `open/${step.id}`,
        heading: label,
        words: messages.people(all),
        segment,
        count: step.open,
      },
      text: all.text,
    },
  };
}

function toTitle(
  steps: readonly LapsingStep[] | undefined,
  open: readonly StepFacts[],
  isUnbounded: boolean,
  { result, words }: LapsingContext,
): string {
  const { messages, format } = words;
  if (isUnbounded) return messages.unbounded;
  if (open.length === 0) return messages.nobodyOpen;
  const people = steps?.flatMap((step) => step.people) ?? [];
  const isDated = people.length === 0 || people.some(({ deadline }) => deadline);
  if (!steps || !isDated) {
    const total = open.reduce((sum, step) => sum + step.open, 0);
    return messages.openOnly({ n: total, text: format.number(total) });
  }
  const end = toHorizonEnd(result);
  // Who is open at two steps lapses once.
  const soon = new Set(people.filter(({ deadline }) => toMs(deadline) <= end).map(({ id }) => id));
  const days = format.span(LAST_HORIZON, 'day');
  return soon.size === 0
    ? messages.none(days)
    : messages.soon({ n: soon.size, text: format.number(soon.size) }, days);
}

function toNotes(
  steps: readonly LapsingStep[] | undefined,
  all: readonly StepFacts[],
  open: readonly StepFacts[],
  { messages, format }: LapsingLocalization,
): string[] {
  const endless = all.filter(({ index, bounded }) => index > 0 && !bounded);
  const undated = steps?.flatMap(({ people }) => people.filter(({ deadline }) => !deadline)).length ?? 0;
  const numbers = endless.map(({ index }) => format.number(index + 1));
  return [
    !steps && open.length > 0 ? messages.undated : '',
    undated > 0 ? messages.someUndated({ n: undated, text: format.number(undated) }) : '',
    endless.length > 0 ? messages.unboundedSteps(format.list(numbers), numbers.length) : '',
  ].filter(Boolean);
}
