import type { StoreSummary } from '../../src/engine/dataset/store-input.ts';
import type { Dataset, FunnelDefinition, Mapping, Order } from '../../src/engine/schema/index.ts';
import { missingOf, toEventsMapping, toPeopleMapping, type ImportFile } from './import-file.ts';

/** The orders a visitor can choose from; what they mean is said beside them. */
export type ImportOrder = Extract<Order, 'independent' | 'sequential' | 'strict'>;
export const IMPORT_ORDERS: readonly ImportOrder[] = ['independent', 'sequential', 'strict'];

/** The funnel a visitor puts together of the event types of their files. */
export interface ImportPlan {
  steps: readonly string[];
  order: ImportOrder;
  /** Days from the first step; empty for no limit. */
  windowDays: string;
  /** `YYYY-MM-DD`, or empty. */
  from: string;
  to: string;
  breakdown: string;
}

/** How many steps a new plan takes from the data. */
const FIRST_STEPS = 5;

/** A plan to begin with: the event types, the most frequent first. */
export function suggestPlan(summary: StoreSummary): ImportPlan {
  const types = Object.keys(summary.types).sort((a, b) => (summary.types[b] ?? 0) - (summary.types[a] ?? 0));
  return {
    steps: types.slice(0, FIRST_STEPS),
    order: 'independent',
    windowDays: '',
    from: '',
    to: '',
    breakdown: '',
  };
}

/** Whether the period ends before it begins. */
export function isReversed({ from, to }: ImportPlan): boolean {
  return from !== '' && to !== '' && to < from;
}

/** The plan with only those steps and that breakdown which the data still has. */
export function fitPlan(plan: ImportPlan, summary: StoreSummary): ImportPlan {
  const steps = plan.steps.filter((type) => type in summary.types);
  if (steps.length === 0) return { ...suggestPlan(summary), from: plan.from, to: plan.to };
  const isKnown = breakdownsOf(summary).includes(plan.breakdown);
  return { ...plan, steps, breakdown: isKnown ? plan.breakdown : '' };
}

const NOT_DIVIDING = new Set(['id', 'name', 'firstName', 'lastName', 'email', 'phone', 'consent', 'tags']);

/** The properties of people the funnel can be divided by. */
export function breakdownsOf(summary: StoreSummary): string[] {
  const names = summary.personProperties.filter((name) => !NOT_DIVIDING.has(name) && !name.endsWith('At'));
  return names.map((name) => `person.${name}`);
}

/**
 * People enter by the first step in the period; their other steps count at any date (in sequence: at or after
 * the step before).
 */
export function toDefinition({ steps, order, windowDays }: ImportPlan, name: string): FunnelDefinition {
  const days = Number(windowDays);
  return {
    version: 1,
    id: 'own-data',
    name,
    order,
    ...(days > 0 ? { window: { days } } : {}),
    steps: steps.map((event, index) => ({
      id: `step-${index + 1}`,
      name: toName(event),
      event,
      when: index === 0 ? ('inRange' as const) : ('any' as const),
    })),
  };
}

/** `fitness_test` → `Fitness test`. */
export function toName(type: string): string {
  const words = type.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The files that can be used as they are mapped now. */
export function usableFiles(files: readonly ImportFile[]): ImportFile[] {
  return files.filter((file) => file.role !== 'ignore' && missingOf(file).length === 0);
}

/** The mapping of all files; `refer` says how a file stands in it. */
export function toMapping(files: readonly ImportFile[], refer: (file: File) => string | File): Mapping {
  const people = files.find(({ role }) => role === 'people');
  const events = files.filter(({ role }) => role === 'events');
  return {
    ...(people ? { people: { file: refer(people.file), ...toPeopleMapping(people) } } : {}),
    events: events.map((file) => ({ file: refer(file.file), ...toEventsMapping(file) })),
  };
}

/** The files as a dataset; they are read where the funnel is computed. */
export function toDataset(files: readonly ImportFile[], timeZone: string): Dataset {
  return { version: 1, timeZone, mapping: toMapping(usableFiles(files), (file) => file) };
}

/** All a developer needs to have the same funnel on a page of their own, as JSON. */
export function toJson(
  files: readonly ImportFile[],
  timeZone: string,
  plan: ImportPlan,
  name: string,
): string {
  const dataset = { version: 1, timeZone, mapping: toMapping(usableFiles(files), (file) => file.name) };
  const range = { ...(plan.from ? { from: plan.from } : {}), ...(plan.to ? { to: plan.to } : {}) };
  return JSON.stringify({ dataset, definition: toDefinition(plan, name), options: { range } }, null, 2);
}
