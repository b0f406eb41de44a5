import { figuresScenarios } from './figures-scenarios.ts';
import { funnelChartScenarios } from './funnel-chart-scenarios.ts';
import { insightScenarios } from './insight-scenarios.ts';
import { peopleScenarios } from './people-scenarios.ts';
import { wheelScenarios } from './wheel-scenarios.ts';
import { type Scenario, WIDTHS } from './scenario.ts';

/** Every scenario of every element, in the order of the page of states. */
export const SCENARIOS: readonly Scenario[] = [
  ...funnelChartScenarios,
  ...insightScenarios,
  ...peopleScenarios,
  ...wheelScenarios,
  ...figuresScenarios,
];

/** The scenario with an id. */
export function findScenario(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}

/** The widths a scenario is looked at in. */
export function widthsOf({ widths, modal }: Scenario): readonly number[] {
  return widths ?? (modal ? [760] : WIDTHS);
}
