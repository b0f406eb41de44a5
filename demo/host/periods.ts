/** The periods a visitor can pick by name; days of the studio, both ends included. */
export type PeriodName = 'this-month' | 'last-month' | 'three-months' | 'twelve-months' | 'custom';
export const PERIOD_NAMES: readonly PeriodName[] = [
  'this-month',
  'last-month',
  'three-months',
  'twelve-months',
  'custom',
];

/** Two days, `YYYY-MM-DD`, both included. */
export interface Period {
  from: string;
  to: string;
}

/** How many full months a named period reaches back, the running month being 0. */
const MONTHS: Record<Exclude<PeriodName, 'custom'>, { from: number; to: number }> = {
  'this-month': { from: 0, to: 0 },
  'last-month': { from: -1, to: -1 },
  'three-months': { from: -3, to: -1 },
  'twelve-months': { from: -12, to: -1 },
};

/** The days of a named period as seen from a day (ISO 8601; only its local date counts). */
export function periodOf(name: Exclude<PeriodName, 'custom'>, asOf: string): Period {
  const [year = 0, month = 1] = asOf.slice(0, 7).split('-').map(Number);
  const { from, to } = MONTHS[name];
  return { from: isoDay(year, month - 1 + from, 1), to: isoDay(year, month + to, 0) };
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
