import type { CandidateColumn } from '../match/candidate-column.ts';
import type { RunContext } from '../match/run-context.ts';
import { AT_FROM, NONE } from '../match/step-rules.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { Report } from './report.ts';

/**
 * The last instant, epoch ms, at which somebody open can still do a step, by any equally far attempt. Undefined where
 * nothing ends it. The rules say of an instant whether a step can be done at it; every instant at which that may
 * change is asked, the latest first. Source: funnels.md, "converted · open · dropped".
 */
export function findDeadline(
  context: RunContext,
  report: Report,
  row: number,
  step: PlanStep,
): number | undefined {
  const lane = report.rows.lane[row]!;
  const ends =
    context.plan.order === 'unordered' ? listPlaceEnds(context, report, lane) : listEnds(report, lane, step);
  const ascending = Float64Array.from(new Set(ends)).sort();
  const last = ascending.findLast((end) => end >= context.now && report.isOpenAt(row, step.index, end));
  return last === Infinity ? undefined : last;
}

/** Every instant at which a step of a chain may end: by each start, and by each event its own window may count from. */
function listEnds({ matching }: Report, lane: number, step: PlanStep): number[] {
  const { rules, columns } = matching.input;
  const chosen = new Int32Array(columns.length).fill(NONE);
  const ends: number[] = [];
  const subject = matching.input.lanes.subjectOf[lane]!;
  for (const own of lanesOf(matching.input.lanes.subjectOf, lane, subject)) {
    for (const start of listCandidates(columns[0]!, own)) {
      chosen[0] = start;
      ends.push(rules.runEnd(step.index, chosen));
      for (const base of step.window ? step.bases : []) {
        if (base === 0) continue;
        for (const match of listCandidates(columns[base]!, own)) {
          chosen[base] = match;
          ends.push(rules.runEnd(step.index, chosen));
        }
        chosen[base] = NONE;
      }
    }
  }
  return ends;
}

/** What may fill a step; where there is no event, its absence. */
function listCandidates({ off }: CandidateColumn, lane: number): number[] {
  const all = Array.from({ length: off[lane + 1]! - off[lane]! }, (_, i) => off[lane]! + i);
  return all.length === 0 ? [AT_FROM] : all;
}

function lanesOf(subjectOf: Int32Array, lane: number, subject: number): number[] {
  let first = lane;
  while (first > 0 && subjectOf[first - 1] === subject) first--;
  const lanes: number[] = [];
  for (let own = first; subjectOf[own] === subject && own < subjectOf.length; own++) lanes.push(own);
  return lanes;
}

/** In any order: the end of each window, and of what each step's date rule allows. */
function listPlaceEnds(context: RunContext, { matching }: Report, lane: number): number[] {
  const { plan } = context;
  const ends = plan.steps.map((step) => context.spanOf(step).to);
  const { window } = plan;
  const { attempts } = matching;
  const subject = attempts.lanes.subjectOf[lane]!;
  for (const own of window ? lanesOf(attempts.lanes.subjectOf, lane, subject) : []) {
    for (let attempt = attempts.off[own]!; attempt < attempts.off[own + 1]!; attempt++) {
      const start = attempts.match[0]![attempt]!;
      const dayOnly = start >= 0 && attempts.columns[0]!.day?.[start] === 1;
      ends.push(context.windowEnd(context.store.toMs(matching.startTick(attempt)), dayOnly, window!));
    }
  }
  return ends;
}
