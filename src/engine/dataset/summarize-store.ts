import type { StoreParts } from './store.ts';
import type { StoreSummary } from './store-input.ts';

/** What a store holds, as plain data. What is said once of a dataset is taken over from `said`. */
export function summarizeStore(
  { people, kinds, base, unit }: Pick<StoreParts, 'people' | 'kinds' | 'base' | 'unit'>,
  said: Pick<StoreSummary, 'timeZone' | 'currency' | 'asOf' | 'rejected'>,
): StoreSummary {
  const all = [...kinds];
  const toIso = (tick: number) => new Date(base + tick * unit).toISOString();
  const { timeZone, currency, asOf, rejected } = said;
  return {
    people: people.count,
    events: all.reduce((sum, [, kind]) => sum + kind.count, 0),
    types: Object.fromEntries(all.map(([type, kind]) => [type, kind.count])),
    properties: Object.fromEntries(all.map(([type, kind]) => [type, [...kind.properties]])),
    personProperties: [...people.properties],
    timeZone,
    rejected,
    ...(all.length === 0
      ? {}
      : {
          from: toIso(Math.min(...all.map(([, { span }]) => span[0]))),
          to: toIso(Math.max(...all.map(([, { span }]) => span[1]))),
        }),
    ...(currency === undefined ? {} : { currency }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
