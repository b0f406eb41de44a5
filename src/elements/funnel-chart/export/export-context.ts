import type { FunnelResult } from '../../../engine/schema/index.ts';
import type { ChartLocalization } from '../../../i18n/chart-localization.ts';
import type { DrawOptions } from '../../../layout/export/to-svg.ts';
import type { FunnelViewModel } from '../../../layout/funnel-view-model.ts';

/** What is taken away: the chart as it is shown. */
export interface ExportContext {
  result: FunnelResult;
  view: FunnelViewModel;
  localization: ChartLocalization;
  mode: 'count' | 'rate';
  textures: 'auto' | 'on' | 'off';
  layout: 'stacked' | 'grouped' | 'multiples';
  /** The filters that are on, in words. */
  filters: readonly string[];
}

/** How a picture is wanted; the chart's own width and colours unless said. */
export type PictureOptions = Pick<DrawOptions, 'width' | 'theme' | 'textures'>;
