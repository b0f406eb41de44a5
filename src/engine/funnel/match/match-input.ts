import type { Lanes } from './attempts.ts';
import type { CandidateColumn } from './candidate-column.ts';
import type { ExclusionRules } from './exclusion-rules.ts';
import type { OutcomeClasses } from './outcome-classes.ts';
import type { RunContext } from './run-context.ts';
import type { StepRules } from './step-rules.ts';

/** What matching needs besides the context. */
export interface MatchInput {
  context: RunContext;
  lanes: Lanes;
  /** One a step, by lane; empty for a step of absence. */
  columns: readonly CandidateColumn[];
  /** Who passes each step of absence, by subject. */
  absent: ReadonlyMap<number, Uint8Array>;
  rules: StepRules;
  exclusions: ExclusionRules;
  outcomes: OutcomeClasses;
  /** A step that every attempt must have done, for a breakdown by the value on it. */
  must?: number | undefined;
}
