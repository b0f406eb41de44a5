import * as v from 'valibot';
import { DefinitionSchema, DurationSchema, InstantSchema, WhereSchema } from './definition.ts';
import { CountSchema, DeedSchema, ProvenanceEntries } from './figures-conditions.ts';
import { RangeSchema } from './options.ts';
import { LocalizedTextSchema } from './text.ts';

const Id = v.pipe(v.string(), v.minLength(1));

/** How sure one wants to be, and how small a difference still matters. */
export const ReadoutPlanSchema = v.strictObject({
  /** 1 − the risk of seeing a difference where there is none. Default 0.95. */
  confidence: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.9999))),
  /** The chance of finding a difference that is there. Default 0.8. */
  power: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.9999))),
  /** The smallest relative difference worth finding (0.1: 10 %). Default: the one observed. */
  minimumLift: v.optional(v.pipe(v.number(), v.minValue(0.0001), v.maxValue(100))),
});
export type ReadoutPlan = v.InferOutput<typeof ReadoutPlanSchema>;

/** A variant as it was planned. */
export const VariantPlanSchema = v.strictObject({
  id: Id,
  name: v.optional(LocalizedTextSchema),
  /** Its planned part of the people, relative to the others'. Default 1. */
  weight: v.optional(v.pipe(v.number(), v.gtValue(0))),
});

/**
 * An A/B test: who saw which variant, and what they were meant to do. It measures a `funnel` (an id of the catalogue,
 * or a definition), or any `goal`. Source: lifecycle.md §3, "CRO tests".
 */
export const ExperimentSchema = v.strictObject({
  id: Id,
  name: v.optional(LocalizedTextSchema),
  /** Who takes part. Default: `exposure` events whose `experiment` is the id. The first in the range counts. */
  exposure: v.optional(v.strictObject({ event: v.optional(v.string()), where: v.optional(WhereSchema) })),
  /** The property that says the variant, of the exposure or (`person.x`) of the person. Default `variant`. */
  variant: v.optional(v.string()),
  /** Ids, or more of each, in this order. Default: those met, by name. */
  variants: v.optional(v.pipe(v.array(v.union([Id, VariantPlanSchema])), v.minLength(1))),
  /** Default: the first variant. */
  control: v.optional(v.string()),
  /** Those who saw several variants: left out and counted (default), or taken by their first. */
  mixed: v.optional(v.picklist(['exclude', 'first'])),
  funnel: v.optional(v.union([v.string(), DefinitionSchema])),
  goal: v.optional(DeedSchema),
  /** How long after the exposure the goal, or the whole funnel, may come. */
  window: v.optional(DurationSchema),
  /** When people were let in. */
  range: v.optional(RangeSchema),
  /** The step that decides. Default: the last. */
  primary: v.optional(v.string()),
  plan: v.optional(ReadoutPlanSchema),
});
export type Experiment = v.InferOutput<typeof ExperimentSchema>;

/** Which experiment: by its id among the dataset's, or as it is; the dataset's only one when absent. */
export const ExperimentOptionsSchema = v.strictObject({
  experiment: v.optional(v.union([v.string(), ExperimentSchema])),
  now: v.optional(InstantSchema),
  range: v.optional(RangeSchema),
});
export type ExperimentOptions = v.InferOutput<typeof ExperimentOptionsSchema>;

const StepCount = v.looseObject({
  id: v.string(),
  converted: CountSchema,
  /** Not done, and with time left. */
  open: v.optional(CountSchema),
});

/** What became of those who saw one variant. `converted` alone stands for a single goal. */
export const VariantSchema = v.looseObject({
  id: v.optional(v.string()),
  name: v.optional(LocalizedTextSchema),
  weight: v.optional(v.pipe(v.number(), v.gtValue(0))),
  exposed: CountSchema,
  converted: v.optional(CountSchema),
  open: v.optional(CountSchema),
  steps: v.optional(v.array(StepCount)),
});
export type Variant = v.InferOutput<typeof VariantSchema>;

/** An experiment as counts; the least is `{variants: [{name, exposed, converted}, …]}`. */
export const ExperimentResultSchema = v.looseObject({
  ...ProvenanceEntries,
  id: v.optional(v.string()),
  name: v.optional(LocalizedTextSchema),
  control: v.optional(v.string()),
  primary: v.optional(v.string()),
  steps: v.optional(v.array(v.looseObject({ id: v.string(), name: v.optional(LocalizedTextSchema) }))),
  variants: v.array(VariantSchema),
  /** People who saw several variants, and are left out unless they count by their first. */
  mixed: v.optional(CountSchema),
  mixedRule: v.optional(v.picklist(['exclude', 'first'])),
  /** People exposed to no variant that is known. */
  unassigned: v.optional(CountSchema),
  window: v.optional(DurationSchema),
  plan: v.optional(ReadoutPlanSchema),
});
export type ExperimentResult = v.InferOutput<typeof ExperimentResultSchema>;
