import type {
  DateRule,
  Duration,
  FunnelDefinition,
  LocalizedText,
  Order,
  Reentry,
  Switches,
  Where,
} from '../../schema/index.ts';

/** One way of fulfilling a step, its conditions joined with the step's own. `types` null means any type. */
export interface PlanCondition {
  types: readonly string[] | null;
  where: readonly Where[];
}

/** How a match of a step is classified. */
export interface PlanOutcome {
  id: string;
  types: readonly string[] | null;
  where: readonly Where[];
  as: 'converted' | 'dropped';
  name?: LocalizedText | undefined;
}

/** A step with everything implied made explicit; steps are named by index. */
export interface PlanStep {
  index: number;
  id: string;
  name: LocalizedText | undefined;
  conditions: readonly PlanCondition[];
  when: DateRule;
  absent: boolean;
  pick: 'first' | 'last' | 'first-ever';
  nth: number | undefined;
  /** The steps of which any must be converted; empty for step 1. */
  bases: readonly number[];
  /** At or after this step's match. */
  after: number | undefined;
  distinctFrom: readonly number[];
  window: Duration | undefined;
  notBefore: Duration | undefined;
  optional: boolean;
  /** Nobody's base though a later step follows: it divides and lets both halves go on. */
  split: boolean;
  outcomes: readonly PlanOutcome[];
  value: string | undefined;
  filters: readonly string[];
  action: LocalizedText | undefined;
}

/** An exclusion between two steps, by index (positions in an unordered funnel). */
export interface PlanExclusion {
  condition: PlanCondition;
  from: number;
  to: number;
}

/**
 * A definition compiled: checked as a whole, defaults filled in, ids resolved. It knows nothing of the data; every
 * way of running a funnel reads this and nothing else. Source: funnels.md.
 */
export interface FunnelPlan {
  definition: FunnelDefinition;
  id: string;
  subject: 'person' | 'membership';
  order: Order;
  reentry: Reentry;
  ties: 'allow' | 'later';
  tolerance: number;
  window: Duration | undefined;
  hold: readonly string[];
  where: Where | undefined;
  exclusions: readonly PlanExclusion[];
  onExclude: 'drop' | 'remove';
  switches: Switches;
  steps: readonly PlanStep[];
}
