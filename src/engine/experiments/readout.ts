import type { ExperimentResult, LocalizedText, ReadoutPlan } from '../schema/index.ts';
import type { Estimate, TestResult } from '../statistics/proportions.ts';

/** A variant against the control, at one step. */
export interface Comparison {
  /** Variant − control, as rates. */
  difference: Estimate | null;
  /** Variant ÷ control − 1. */
  lift: Estimate | null;
  /** Two-proportion z test, pooled. */
  zTest: TestResult | null;
  chiSquare: TestResult | null;
  /** With Yates' correction: the careful one, by which is decided. */
  chiSquareYates: TestResult | null;
  /** The chance of such a difference at any of many looks, where there is none; see `boundAnytime`. */
  anytime: number | null;
  /** People each of the two needs for the difference asked for to be found; null where there is none. */
  needed: number | null;
}

/** One variant at one step; every rate is a share of all who were exposed. */
export interface VariantReadout {
  id: string;
  name: LocalizedText;
  exposed: number;
  converted: number;
  open: number;
  /** Null of nobody. */
  rate: number | null;
  low: number;
  high: number;
  /** The chance that its rate is the highest of all. */
  chanceToBeBest: number;
  /** Absent for the control. */
  versus?: Comparison;
}

/** All variants at one step. */
export interface StepReadout {
  id: string;
  name: LocalizedText | undefined;
  variants: VariantReadout[];
  /** Whether any two differ; the same as the pair's where there are two. */
  overall: TestResult | null;
}

/** What an experiment's counts tell. */
export interface Readout {
  plan: Required<Omit<ReadoutPlan, 'minimumLift'>> & Pick<ReadoutPlan, 'minimumLift'>;
  /** Places in `variants` and `steps`. */
  control: number;
  primary: number;
  steps: StepReadout[];
  decision: Decision;
  /** Whether what was decided holds however often it was looked at; null where nothing was. */
  holdsAnytime: boolean | null;
  warnings: ReadoutWarning[];
}

/** What can be said of an experiment, and of which variant (its place). */
export type Decision =
  /** Nothing to compare yet. */
  | { kind: 'no-data' }
  /** The groups are not as planned, so no difference can be trusted. */
  | { kind: 'unsound' }
  /** Too few to say anything. */
  | { kind: 'too-few'; variant: number }
  /** A variant does better, or worse, than the control, and chance hardly explains it. */
  | { kind: 'better' | 'worse'; variant: number }
  /** Chance explains what was seen: no difference is shown (yet). */
  | { kind: 'undecided'; variant: number };

/** What to be careful about, with the numbers that say so. */
export type ReadoutWarning =
  /** There are not two variants with people to compare. */
  | { code: 'nothing-to-compare' }
  /** The groups are not as large as planned, by more than chance: something lost or favoured people. */
  | { code: 'sample-ratio'; p: number }
  /** Too few converted, or did not, for the tests to hold. */
  | { code: 'too-few'; smallest: number }
  /** Some can still convert. */
  | { code: 'windows-running'; open: number }
  /** Some saw several variants. */
  | { code: 'mixed'; people: number; excluded: boolean }
  /** Some were exposed to no variant that is known. */
  | { code: 'unassigned'; people: number }
  /** Looked at before the people it was planned for were there. */
  | { code: 'early-look'; needed: number; exposed: number };

/** What warnings and the decision are made from. */
export interface ReadoutContext {
  result: ExperimentResult;
  plan: Readout['plan'];
  control: number;
  /** The step that decides. */
  step: StepReadout;
}
