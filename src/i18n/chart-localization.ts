import { chartEn } from './chart-en.ts';
import { chartFr } from './chart-fr.ts';
import type { ChartMessages } from './chart-messages.ts';
import { coreEn } from './core-en.ts';
import { coreFr } from './core-fr.ts';
import { type CoreLocalization, getCoreLocalization } from './core-localization.ts';
import type { Language } from './locale.ts';
import type { CoreMessages } from './messages.ts';

/** Words and formats of one locale for the chart: the shared ones and its own. */
export interface ChartLocalization extends CoreLocalization {
  messages: CoreMessages & { chart: ChartMessages };
}

const MESSAGES: Record<Language, ChartLocalization['messages']> = {
  en: { ...coreEn, chart: chartEn },
  fr: { ...coreFr, chart: chartFr },
};

/** The words and formats for a tag, as near as the package has them. */
export function getChartLocalization(tag: string | null | undefined): ChartLocalization {
  const core = getCoreLocalization(tag);
  return { ...core, messages: MESSAGES[core.messages.language] };
}
