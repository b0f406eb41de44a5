import { FunnelwheelError } from '../../error.ts';
import type { CandidateColumn } from '../match/candidate-column.ts';
import type { FunnelMatcher } from '../match/match-funnel.ts';
import type { PlanStep } from '../plan/plan.ts';
import { matchesOf, Verdict, type Report } from './report.ts';
import type { RunContext } from '../match/run-context.ts';
import { AT_FROM, NONE } from '../match/step-rules.ts';
import { matchMs } from './tally.ts';

/** Why an event of a step's types did not fill it. */
export type RejectionReason =
  | 'future'
  | 'conditions'
  | 'too-early'
  | 'too-late'
  | 'not-picked'
  | 'already-used'
  | 'not-entered'
  | 'excluded'
  | 'another-counts';

/** An event, as an explanation names it. `at` is ISO 8601. */
export interface ExplainedEvent {
  type: string;
  at: string;
}

/** How one step went for a subject. */
export interface ExplainedStep {
  step: string;
  /** `removed`: started, but an exclusion left them out of the whole funnel. */
  verdict: 'not-entered' | 'converted' | 'open' | 'dropped' | 'skipped' | 'removed';
  outcome?: string;
  match?: ExplainedEvent;
  /** Events of the step's types that did not fill it, in order; the first twenty. */
  rejected: (ExplainedEvent & { reason: RejectionReason })[];
}

/** Which event matched which step, and what was too early, too late, excluded, already used. */
export interface Explanation {
  id: string | number;
  steps: ExplainedStep[];
}

const MOST_REJECTED = 20;
const VERDICTS = ['not-entered', 'converted', 'open', 'dropped', 'skipped'] as const;

/**
 * Explains one subject's result.
 *
 * @throws FunnelwheelError `unknown-subject`.
 */
export function explainSubject(matcher: FunnelMatcher, report: Report, id: string | number): Explanation {
  const { context } = matcher;
  const subject = context.view.indexOf(id);
  if (subject === undefined) {
    throw new FunnelwheelError('unknown-subject', `there is nobody with this id`, { path: 'id', value: id });
  }
  const row = report.rows.subject.indexOf(subject);
  return {
    id: context.view.idOf(subject),
    steps: context.plan.steps.map((step) => explainStep(matcher, report, subject, row, step)),
  };
}

function explainStep(
  matcher: FunnelMatcher,
  report: Report,
  subject: number,
  row: number,
  step: PlanStep,
): ExplainedStep {
  const { context } = matcher;
  const removed = row < 0 && matcher.hasStarted(subject);
  const verdict = removed
    ? 'removed'
    : row < 0
      ? 'not-entered'
      : VERDICTS[report.verdict[step.index]![row]!]!;
  const outcome = row < 0 ? -1 : report.outcome[step.index]![row]!;
  const match = row < 0 ? undefined : matchedEvent(context, report, row, step);
  return {
    step: step.id,
    verdict,
    ...(outcome >= 0 ? { outcome: step.outcomes[outcome]!.id } : {}),
    ...(match ? { match } : {}),
    rejected: step.absent ? [] : listRejected(matcher, report, subject, row, step),
  };
}

function matchedEvent(
  context: RunContext,
  report: Report,
  row: number,
  step: PlanStep,
): ExplainedEvent | undefined {
  const { attempts } = report.matching;
  const attempt = report.rows.attempt[row]!;
  const match = attempts.match[step.index]![attempt]!;
  const ms = matchMs(context, report, attempt, step.index);
  if (match === NONE || ms === undefined) return undefined;
  const column = attempts.columns[step.index]!;
  const type = match === AT_FROM ? '' : column.kinds[column.kind[match]!]!.type;
  return { type, at: new Date(ms).toISOString() };
}

function listRejected(
  matcher: FunnelMatcher,
  report: Report,
  subject: number,
  row: number,
  step: PlanStep,
): ExplainedStep['rejected'] {
  const { context } = matcher;
  const types = step.conditions.flatMap((condition) => condition.types ?? [...context.view.kinds.keys()]);
  const asked: Asked = { matcher, report, row, subject, step };
  const rejected: ExplainedStep['rejected'] = [];
  for (const type of new Set(types)) {
    const kind = context.view.kinds.get(type);
    if (!kind) continue;
    for (let i = kind.off[subject]!; i < kind.off[subject + 1]!; i++) {
      const event = { tick: kind.time[i]!, seq: kind.seq[i]!, dayOnly: kind.dayOnly?.[i] === 1 };
      if (fills(asked, step.index, event.seq)) continue;
      const at = new Date(context.store.toMs(event.tick)).toISOString();
      rejected.push({ type, at, reason: reasonOf(asked, event) });
    }
  }
  return rejected.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, MOST_REJECTED);
}

/** About whom and which step it is asked; `row` is −1 for somebody who never entered. */
interface Asked {
  matcher: FunnelMatcher;
  report: Report;
  row: number;
  subject: number;
  step: PlanStep;
}

interface AskedEvent {
  tick: number;
  seq: number;
  dayOnly: boolean;
}

/** Whether an event fills a step of the reported attempt. */
function fills({ report, row }: Asked, step: number, seq: number): boolean {
  if (row < 0) return false;
  const { attempts } = report.matching;
  const match = attempts.match[step]![report.rows.attempt[row]!]!;
  return match >= 0 && attempts.columns[step]!.seq[match] === seq;
}

function reasonOf(asked: Asked, event: AskedEvent): RejectionReason {
  const { matcher, step, row, subject } = asked;
  const { context } = matcher;
  const span = context.spanOf(step);
  const ms = context.store.toMs(event.tick);
  if (ms > context.now) return 'future';
  if (ms < span.from) return 'too-early';
  if (ms > span.to) return 'too-late';
  if (indexIn(matcher.poolOf(step), subject, event.seq) === NONE) {
    return step.pick === 'first-ever' ? 'not-picked' : 'conditions';
  }
  if (row < 0) return matcher.hasStarted(subject) ? 'excluded' : 'not-entered';
  return reasonInAttempt(asked, event);
}

function reasonInAttempt(asked: Asked, event: AskedEvent): RejectionReason {
  const { matcher, report, row, step } = asked;
  const { attempts, input } = report.matching;
  const attempt = report.rows.attempt[row]!;
  const { plan } = matcher.context;
  const verdict = report.verdict[step.index]![row]!;
  if (verdict === Verdict.NotEntered) return 'not-entered';
  if (isTaken(asked, event.seq)) return 'already-used';
  if (plan.order === 'unordered') return 'another-counts';
  if (input.rules.prepare(step.index, matchesOf(attempts, attempt))) {
    const { low, lowDay, high, highDay } = input.rules;
    if (event.tick < (event.dayOnly ? lowDay : low)) return 'too-early';
    if (event.tick > (event.dayOnly ? highDay : high)) return 'too-late';
  }
  if (verdict === Verdict.Converted) return 'another-counts';
  if (attempts.cutTo && attempts.cutTo[attempt] !== NONE) return 'excluded';
  return step.pick === 'last' || step.nth !== undefined ? 'not-picked' : 'another-counts';
}

/** Whether the event fills a step from which this one must be distinct: any in a chain, else those it names. */
function isTaken(asked: Asked, seq: number): boolean {
  const { plan } = asked.matcher.context;
  const rivals =
    plan.order === 'independent' ? asked.step.distinctFrom : plan.steps.map(({ index }) => index);
  return rivals.some((step) => step !== asked.step.index && fills(asked, step, seq));
}

function indexIn(column: CandidateColumn, subject: number, seq: number): number {
  for (let i = column.off[subject]!; i < column.off[subject + 1]!; i++) if (column.seq[i] === seq) return i;
  return NONE;
}
