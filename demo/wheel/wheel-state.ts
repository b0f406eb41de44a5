/** The three models of the wheel. */
export const MODELS = ['lifecycle', 'engagement', 'flywheel'] as const;
export type Model = (typeof MODELS)[number];

/** What the visitor looks at. Who is looked at is no part of the address: an address is no place for people. */
export interface WheelState {
  model: Model;
  /** Days, `YYYY-MM-DD`: the wheel as of one, compared with the other. */
  asOf: string;
  comparedTo: string;
  isCompared: boolean;
}

/** The state an address stands for; what it does not know is the default: the data's last day and a quarter before. */
export function readWheelState(query: URLSearchParams, lastDay: string): WheelState {
  const day = (name: string, fallback: string) => {
    const asked = query.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked <= lastDay ? asked : fallback;
  };
  const asOf = day('as-of', lastDay);
  return {
    model: MODELS.find((model) => model === query.get('model')) ?? 'lifecycle',
    asOf,
    comparedTo: day('compared-to', monthsBefore(asOf, 3)),
    isCompared: query.get('compare') !== 'off',
  };
}

/** The address of a state: only what was chosen. */
export function toWheelQuery(state: WheelState, lastDay: string): Record<string, string | undefined> {
  return {
    model: state.model === 'lifecycle' ? undefined : state.model,
    'as-of': state.asOf === lastDay ? undefined : state.asOf,
    'compared-to': state.comparedTo === monthsBefore(state.asOf, 3) ? undefined : state.comparedTo,
    compare: state.isCompared ? undefined : 'off',
  };
}

/** The same day some months before, the end of a month clamped. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
