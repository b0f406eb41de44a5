import { PERIOD_NAMES, periodOf, type Period, type PeriodName } from './periods.ts';
import { MOODS, type Mood } from './server-mood.ts';
import type { FunnelView } from '../../src/events/index.ts';

/** Where the chart's numbers come from. */
export type NumbersFrom = 'here' | 'api';

/** What the chart's own pickers chose; the page keeps it without knowing what it means. */
export type ChosenView = Omit<FunnelView, 'funnel' | 'from' | 'to' | 'lookbackDays'>;

/** What the visitor looks at. */
export interface ViewState {
  funnel: string;
  /** Empty until the visitor picks one: then each funnel has the period that suits it. */
  period: PeriodName | '';
  custom: Period;
  chosen: ChosenView;
  /** Days without a visit after which a client counts as inactive (the reactivation funnel). */
  lookbackDays: number;
  numbers: NumbersFrom;
  /** How the simulated server behaves. */
  mood: Mood;
}

/** A renewal takes a month, so three of them show little. */
const LONG_FUNNELS = ['membership-renewal'];

/** Days; the catalogue's own. */
const DEFAULT_LOOKBACK = 30;

/** The state an address stands for; what it does not know is the default. */
export function readViewState(query: URLSearchParams, funnels: readonly string[], asOf: string): ViewState {
  const asked = (name: string) => query.get(name) ?? '';
  const recent = periodOf('three-months', asOf);
  return {
    funnel: funnels.find((id) => id === asked('funnel')) ?? funnels[0] ?? '',
    period: PERIOD_NAMES.find((name) => name === asked('period')) ?? '',
    custom: { from: dayOr(asked('from'), recent.from), to: dayOr(asked('to'), recent.to) },
    chosen: readChosen(asked('view')),
    lookbackDays: Math.max(1, Math.round(Number(asked('lookback')) || DEFAULT_LOOKBACK)),
    numbers: asked('numbers') === 'api' ? 'api' : 'here',
    mood: MOODS.find((mood) => mood === asked('server')) ?? 'well',
  };
}

/** What was kept in the address; nothing where somebody broke it. */
function readChosen(text: string): ChosenView {
  try {
    return pickChosen(Object(JSON.parse(text || '{}')) as FunnelView);
  } catch {
    return {};
  }
}

/** The chart's view without what the page's own pickers hold. */
export function pickChosen({
  funnel: _,
  from: __,
  to: ___,
  lookbackDays: ____,
  ...chosen
}: FunnelView): ChosenView {
  return chosen;
}

/** What still means something once the funnel is another: nothing that names its steps, or values met at them. */
export function keepChosen({ compare, mode, table, layout, breakdown, insight }: ChosenView): ChosenView {
  const period = compare?.startsWith('groups:') ? undefined : compare;
  const kept = Object.entries({ compare: period, mode, table, layout, breakdown, insight });
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined)) as ChosenView;
}

/** A period with another first or last day; the other end goes along where it would come to stand before it. */
export function moveEnd({ from, to }: Period, name: 'from' | 'to', day: string): Period {
  if (name === 'from') return { from: day, to: to < day ? day : to };
  return { from: from > day ? day : from, to: day };
}

/** The view to hand to the chart. */
export function toChartView(state: ViewState, asOf: string): FunnelView {
  const { funnel, lookbackDays, chosen } = state;
  return { ...chosen, funnel, ...daysOf(state, asOf), ...(hasLookback(state) ? { lookbackDays } : {}) };
}

function dayOr(text: string, fallback: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : fallback;
}

/** The address of a state: only what was chosen. */
export function toQuery(state: ViewState): Record<string, string | undefined> {
  const isCustom = state.period === 'custom';
  return {
    funnel: state.funnel,
    period: state.period || undefined,
    from: isCustom ? state.custom.from : undefined,
    to: isCustom ? state.custom.to : undefined,
    view: Object.keys(state.chosen).length === 0 ? undefined : JSON.stringify(state.chosen),
    lookback: state.lookbackDays === DEFAULT_LOOKBACK ? undefined : String(state.lookbackDays),
    numbers: state.numbers === 'api' ? 'api' : undefined,
    server: state.mood === 'well' ? undefined : state.mood,
  };
}

/** The period in force: what was picked, else what suits the funnel. */
export function periodNameOf({ period, funnel }: ViewState): PeriodName {
  return period || (LONG_FUNNELS.includes(funnel) ? 'twelve-months' : 'three-months');
}

/** The days of that period. */
export function daysOf(state: ViewState, asOf: string): Period {
  const name = periodNameOf(state);
  return name === 'custom' ? state.custom : periodOf(name, asOf);
}

/** Whether the funnel asks how long somebody must have been away. */
export function hasLookback({ funnel }: ViewState): boolean {
  return funnel === 'reactivation';
}
