import type { ChartLocalization } from '../i18n/chart-localization.ts';

const STEP = 'step.';

/** A property of a breakdown in words; `step.intro` is whether somebody did that step. */
export function toPropertyLabel(
  property: string,
  steps: readonly { id: string; label: string }[],
  { messages }: Pick<ChartLocalization, 'messages'>,
): string {
  if (!property.startsWith(STEP)) return messages.property(property);
  const id = property.slice(STEP.length);
  return messages.chart.stepProperty(steps.find((step) => step.id === id)?.label ?? id);
}
