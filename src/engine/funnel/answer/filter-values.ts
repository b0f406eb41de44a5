import type { FilterOffer } from '../../schema/index.ts';
import { lanesByValue } from '../match/lanes.ts';
import type { FunnelMatcher } from '../match/match-funnel.ts';
import type { PlanStep } from '../plan/plan.ts';
import { reportAttempts } from './report-attempts.ts';
import { NONE } from '../match/step-rules.ts';

/** Values offered at most, the most frequent first. */
const MOST_VALUES = 200;

/**
 * The values a step can be filtered by, each with the number of subjects who would have done the step under that
 * filter, the other filters being on. The matcher must run without the filter in question.
 */
export function computeFilterValues(matcher: FunnelMatcher, step: PlanStep, property: string): FilterOffer {
  const { context } = matcher;
  const matching = matcher.match({ by: 'filter', step: step.index, properties: [property] });
  const place = context.plan.order === 'unordered' ? 0 : step.index;
  const values = [...lanesByValue(matching).values()].map(({ tuple: [value = null], lanes }) => {
    const { rows } = reportAttempts(context, matching, { lanes });
    const done = matching.attempts.match[place]!;
    const count = rows.attempt.reduce((sum, attempt) => sum + (done[attempt] === NONE ? 0 : 1), 0);
    return { value: Array.isArray(value) ? value.join(', ') : value, count };
  });
  values.sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));
  return { property, values: values.slice(0, MOST_VALUES) };
}
