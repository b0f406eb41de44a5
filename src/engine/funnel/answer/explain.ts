import { FunnelwheelError } from '../../error.ts';
import type { CandidateColumn } from '../match/candidates.ts';
import type { FunnelMatcher } from '../match/match-funnel.ts';
import type { PlanStep } from '../plan/plan.ts';
import { matchesOf, Verdict, type Report } from './report-attempts.ts';
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
  const row = report.rows.findIndex((candidate) => candidate.subject === subject);
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
  const verdict = row < 0 ? 'not-entered' : VERDICTS[report.verdict[step.index]![row]!]!;
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
  const { attempt } = report.rows[row]!;
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
  const matched = row < 0 ? new Map<number, number>() : usedEvents(report, row);
  const pool = matcher.poolOf(step);
  const rejected: ExplainedStep['rejected'] = [];
  for (const type of new Set(types)) {
    const kind = context.view.kinds.get(type);
    if (!kind) continue;
    for (let i = kind.off[subject]!; i < kind.off[subject + 1]!; i++) {
      const seq = kind.seq[i]!;
      if (matched.get(seq) === step.index) continue;
      const ms = context.store.toMs(kind.time[i]!);
      const reason = reasonOf(
        context,
        report,
        row,
        step,
        { ms, tick: kind.time[i]!, seq },
        pool,
        subject,
        matched,
      );
      rejected.push({ type, at: new Date(ms).toISOString(), reason });
    }
  }
  return rejected.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, MOST_REJECTED);
}

/** Place of every event that fills a step → that step. */
function usedEvents(report: Report, row: number): Map<number, number> {
  const { attempts } = report.matching;
  const used = new Map<number, number>();
  attempts.match.forEach((matches, step) => {
    const match = matches[report.rows[row]!.attempt]!;
    if (match >= 0) used.set(attempts.columns[step]!.seq[match]!, step);
  });
  return used;
}

function reasonOf(
  context: RunContext,
  report: Report,
  row: number,
  step: PlanStep,
  event: { ms: number; tick: number; seq: number },
  pool: CandidateColumn,
  subject: number,
  used: ReadonlyMap<number, number>,
): RejectionReason {
  const span = context.spanOf(step);
  if (event.ms > context.now) return 'future';
  if (event.ms < span.from) return 'too-early';
  if (event.ms > span.to) return 'too-late';
  const place = indexIn(pool, subject, event.seq);
  if (place === NONE) return step.pick === 'first-ever' ? 'not-picked' : 'conditions';
  if (row < 0) return 'not-entered';
  return reasonInAttempt(context, report, row, step, event, used);
}

function reasonInAttempt(
  context: RunContext,
  report: Report,
  row: number,
  step: PlanStep,
  event: { tick: number; seq: number },
  used: ReadonlyMap<number, number>,
): RejectionReason {
  const { attempts, input } = report.matching;
  const { attempt } = report.rows[row]!;
  const verdict = report.verdict[step.index]![row]!;
  if (verdict === Verdict.NotEntered) return 'not-entered';
  if (context.plan.order === 'unordered') return used.has(event.seq) ? 'already-used' : 'another-counts';
  const chosen = matchesOf(attempts, attempt);
  if (input.rules.prepare(step.index, chosen)) {
    if (event.tick < input.rules.low) return 'too-early';
    if (event.tick > input.rules.high) return 'too-late';
  }
  if (verdict === Verdict.Converted) return 'another-counts';
  if (attempts.cutTo && attempts.cutTo[attempt] !== NONE) return 'excluded';
  if (used.has(event.seq)) return 'already-used';
  return step.pick === 'last' || step.nth !== undefined ? 'not-picked' : 'another-counts';
}

function indexIn(column: CandidateColumn, subject: number, seq: number): number {
  for (let i = column.off[subject]!; i < column.off[subject + 1]!; i++) if (column.seq[i] === seq) return i;
  return NONE;
}
