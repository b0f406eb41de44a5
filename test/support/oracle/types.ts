import type {
  Duration,
  FunnelDefinition,
  Order,
  Reentry,
  StepDefinition,
  Switches,
  Where,
  DateRule,
} from '../../../src/engine/schema/definition.ts';
import type { RunOptions } from '../../../src/engine/schema/options.ts';
import type { Calendar } from './calendar.ts';
import type { Plant } from './plants.ts';

/** One row of a table of the dataset. */
export type Row = Record<string, unknown>;

/** A small dataset as plain rows; `events` is one long table, or several, each with a `type` in its rows. */
export interface OracleDataset {
  timeZone: string;
  asOf?: string | number;
  people: Row[];
  events: Row[] | Row[][];
}

export type { FunnelDefinition, RunOptions };

/** A point in time that comparisons know how to handle. */
export interface Moment {
  instant: number;
  /** Known by its day only; `instant` is then local midnight. */
  dayOnly: boolean;
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  /** Place in the order of events where instants are equal. */
  table: number;
  row: number;
}

/** An event of the dataset, or one made of a dated column of a person (then `table` is -1). */
export interface OracleEvent extends Moment {
  type: string;
  props: Row;
  person: Row;
}

/** What a funnel counts: a person, or a membership. */
export interface Subject {
  id: string | number;
  personId: string | number;
  person: Row;
  /** In the order instant, table, row; after the studio switches; not yet cut at *now*. */
  events: OracleEvent[];
}

/** A way of fulfilling a step. */
export interface Condition {
  types: readonly string[];
  where: Where;
}

/** A step with all defaults filled in and ids turned into indexes. */
export interface Step {
  index: number;
  id: string;
  definition: StepDefinition;
  /** One of these must hold… */
  conditions: Condition[];
  /** …and this. */
  where: Where;
  when: DateRule;
  absent: boolean;
  optional: boolean;
  /** Steps that may be its base; empty for the first. */
  bases: number[];
  after: number | undefined;
  distinctFrom: number[];
  window: Duration | undefined;
  notBefore: Duration | undefined;
}

/** An exclusion, its steps as indexes. */
export interface ExclusionRule {
  condition: Condition;
  from: number;
  to: number;
}

/** One question to the oracle: the definition with the run's options worked in. */
export interface Run {
  definition: FunnelDefinition;
  options: RunOptions;
  calendar: Calendar;
  steps: Step[];
  order: Order;
  reentry: Reentry;
  strictlyLater: boolean;
  tolerance: number;
  window: Duration | undefined;
  hold: string[];
  where: Where;
  exclusions: ExclusionRule[];
  onExclude: 'drop' | 'remove';
  switches: Switches;
  /** First and last instant of the run's range; infinite where open. */
  from: number;
  to: number;
  now: number;
  plant: Plant | undefined;
}

/**
 * One valid attempt. In an ordered funnel `matches[s]` is what step *s* was matched by; in an `unordered` one
 * `matches[k]` is the attempt's event number *k* (from 0) and `filled[k]` the step it fills.
 */
export interface Attempt {
  start: Moment;
  matches: Array<Moment | undefined>;
  /** Outcome of a step whose match is one of a dropped outcome (`independent` only; see `endings`). */
  droppedBy: Array<string | undefined>;
  filled?: number[];
  /** The value of the held properties, where there are any. */
  held: string;
  /** Every event that taints it, with the step its exclusion starts from. */
  taints: Array<{ from: number; event: OracleEvent }>;
  /** The matches that stay after a tainted attempt was cut. */
  kept: Array<Moment | undefined>;
  /** Steps after this index were cut; infinite for a clean attempt. */
  cutAfter: number;
  /** Required steps done, after and before the cut. */
  done: number;
  doneBeforeCut: number;
}

/** What became of one step of one reported attempt. */
export interface StepVerdict {
  state: 'not-entered' | 'converted' | 'open' | 'dropped' | 'skipped';
  outcome: string | undefined;
  /** Seconds since the step's anchor, if converted. */
  seconds: number | undefined;
  /** The same over equally far attempts, one a start. */
  equallyFarSeconds: number[];
}

/** One counted thing: a subject, or with `reentry: "every"` one of its attempts. */
export interface ReportRow {
  subject: Subject;
  attempt: Attempt;
  /** The attempts it was chosen from. */
  pool: Attempt[];
  steps: StepVerdict[];
}
