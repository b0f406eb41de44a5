import type { ExplainedStep, Explanation } from '../../engine/index.ts';
import { formatDateTime, formatStepName, toWords, type PeopleContext } from './people-text.ts';

/** Events that did not count are told of up to this many a step: the last ones. */
const MOST_REJECTED = 3;

function formatStep(context: PeopleContext, step: ExplainedStep): string[] {
  const words = context.localization.messages.people;
  const name = formatStepName(context, step.step);
  const { match } = step;
  const done = match?.type
    ? words.explainMatch(name, toWords(match.type), formatDateTime(context, match.at))
    : match
      ? words.explainAbsent(name)
      : words.explainVerdict(name, step.verdict);
  // Of a step that is done or was never reached, the events that did not count say nothing of why.
  if (match || step.verdict === 'not-entered') return [done];
  const rejected = step.rejected.slice(-MOST_REJECTED);
  return [
    done,
    ...rejected.map((event) =>
      words.explainRejected(toWords(event.type), formatDateTime(context, event.at), event.reason),
    ),
  ];
}

/** Why someone is counted where they are: a sentence for each step, and for the events that nearly filled one. */
export function formatExplanation(context: PeopleContext, explanation: Explanation | string): string[] {
  if (typeof explanation === 'string') return [explanation];
  return explanation.steps.flatMap((step) => formatStep(context, step));
}
