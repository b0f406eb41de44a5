import { PERIOD_NAMES, type PeriodName } from '../host/periods.ts';

/** The periods of the page; one of one's own would say nothing more here. */
export type FiguresPeriod = Exclude<PeriodName, 'custom'>;
export const FIGURES_PERIODS = PERIOD_NAMES.filter((name): name is FiguresPeriod => name !== 'custom');

/** What counts as activated, by the presets of the element that suit a studio. */
export const PRESETS = ['first-class', 'first-booking', 'first-purchase', 'trial'] as const;
export type Preset = (typeof PRESETS)[number];

/** What the visitor looks at. */
export interface FiguresState {
  period: FiguresPeriod;
  preset: Preset;
}

/** The state an address stands for; what it does not know is the default. */
export function readFiguresState(query: URLSearchParams): FiguresState {
  return {
    period: FIGURES_PERIODS.find((name) => name === query.get('period')) ?? 'twelve-months',
    preset: PRESETS.find((name) => name === query.get('preset')) ?? 'first-class',
  };
}

/** The address of a state: only what was chosen. */
export function toFiguresQuery({ period, preset }: FiguresState): Record<string, string | undefined> {
  return {
    period: period === 'twelve-months' ? undefined : period,
    preset: preset === 'first-class' ? undefined : preset,
  };
}
