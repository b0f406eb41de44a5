import type { FunnelStatus } from '../../controllers/funnel-controller.ts';
import type { LoadProgress } from '../../data/funnel-source.ts';
import type { FunnelwheelError } from '../../engine/error.ts';
import type { FunnelResult } from '../../engine/schema/index.ts';

/** How the numbers stand: what the chart needs to know of its loading. */
export interface LoadState {
  status: FunnelStatus;
  /** What is shown: the last good result while a newer one loads or has failed. */
  result: FunnelResult | undefined;
  error: FunnelwheelError | undefined;
  /** How far a load has come, 0 to 1, where that is known. */
  progress: number | undefined;
}

/** How far a load has come, 0 to 1; undefined where that is not known. */
export function toShare(progress: LoadProgress | undefined): number | undefined {
  const { loaded, total } = progress ?? {};
  return loaded !== undefined && total ? loaded / total : undefined;
}
