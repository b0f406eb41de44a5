import type { ExperimentResult } from '../engine/schema/index.ts';
import { DetailEvent } from './detail-event.ts';

/** What {@link ExperimentLoadEvent} carries. */
export interface ExperimentLoadDetail {
  result: ExperimentResult;
}

/** `experiment-load`: a readout that was asked for is shown. Never sent for a result the host set itself. */
export class ExperimentLoadEvent extends DetailEvent<ExperimentLoadDetail> {
  static readonly eventName = 'experiment-load';

  constructor(detail: ExperimentLoadDetail) {
    super(ExperimentLoadEvent.eventName, detail);
  }

  get result(): ExperimentResult {
    return this.detail.result;
  }
}
