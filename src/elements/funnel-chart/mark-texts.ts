import type { FunnelMarks } from '../../controllers/wheel-chart-link.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';

/** Where some people are on the funnel, in a line for each step where any of them did it, may do it, or were lost. */
export function toMarkTexts(
  marks: FunnelMarks | undefined,
  { messages, format }: ChartLocalization,
): ReadonlyMap<string, string> {
  const { wordConverted, wordOpen, wordLost } = messages.chart;
  const words: Readonly<Record<string, string>> = {
    converted: wordConverted,
    open: wordOpen,
    dropped: wordLost,
  };
  const texts = new Map<string, string[]>();
  for (const { step, outcome, count } of marks?.places ?? []) {
    if (count === 0) continue;
    const text = `${words[outcome] ?? outcome}${messages.colon}${format.number(count)}`;
    texts.set(step, [...(texts.get(step) ?? []), text]);
  }
  return new Map(
    [...texts].map(([step, parts]) => [
      step,
      `${marks?.label ? `${marks.label}${messages.colon}` : ''}${parts.join(', ')}`,
    ]),
  );
}
