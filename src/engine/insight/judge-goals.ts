import type { FunnelResult } from '../schema/index.ts';
import { computeWilsonInterval, type Interval } from '../statistics/wilson-interval.ts';
import { computeFunnelFacts, undecidedOf, type FunnelFacts } from './step-facts.ts';

/** Target rates, 0 to 1: of steps by id (of those who entered), and of the whole funnel (`total`). */
export type Goals = Readonly<Record<string, number>>;

/** A goal, and how far it is from being met. */
export interface JudgedGoal {
  /** A step's id, or `total`. */
  step: string;
  goal: number;
  /** Undefined where the result has no such rate. */
  rate: number | undefined;
  converted: number | undefined;
  /** What the rate is of. */
  whole: number | undefined;
  isMet: boolean | undefined;
  /** How many more would meet it; 0 where it is met. */
  missing: number | undefined;
  /** Not met, and those for whom it is too early to tell are enough to meet it. */
  canStillBeMet: boolean;
  /** The rate's 95 % interval. */
  interval: Interval | undefined;
  /** The whole interval lies on one side of the goal: it is not a matter of luck. */
  isCertain: boolean;
}

/** Whether goals are met: of a step its converted of its entered, of the whole those who arrive of those who began. */
export function judgeGoals(result: FunnelResult, goals: Goals): JudgedGoal[] {
  const facts = computeFunnelFacts(result);
  return Object.entries(goals).map(([step, goal]) => judge(step, goal, countOf(facts, step)));
}

interface Counts {
  converted: number | undefined;
  whole: number | undefined;
  rate: number | undefined;
  undecided: number;
}

function countOf(facts: FunnelFacts, id: string): Counts {
  if (id !== 'total') {
    const step = facts.steps.find((one) => one.id === id);
    const { entered: whole, rate } = step ?? {};
    const converted = rate === undefined || whole === undefined ? undefined : Math.round(rate * whole);
    return { converted, whole, rate, undecided: step ? undecidedOf(step) : 0 };
  }
  const goal = facts.steps[facts.goal];
  const undecided = facts.steps.reduce(
    (sum, step) => sum + (step.split || step.optional ? 0 : undecidedOf(step)),
    0,
  );
  return { converted: goal?.converted, whole: facts.steps[0]?.converted, rate: goal?.rateOfTotal, undecided };
}

function judge(step: string, goal: number, { converted, whole, rate, undecided }: Counts): JudgedGoal {
  if (rate === undefined || converted === undefined || !whole) {
    const unknown = { isMet: undefined, missing: undefined, interval: undefined };
    return { step, goal, rate, converted, whole, ...unknown, canStillBeMet: false, isCertain: false };
  }
  // Three tenths of thirty are nine, whatever binary fractions make of them.
  const needed = Math.ceil(goal * whole - 1e-9);
  const missing = Math.max(0, needed - converted);
  const interval = computeWilsonInterval(converted, whole);
  return {
    step,
    goal,
    rate,
    converted,
    whole,
    isMet: missing === 0,
    missing,
    canStillBeMet: missing > 0 && undecided >= missing,
    interval,
    isCertain: interval.low >= goal || interval.high < goal,
  };
}
