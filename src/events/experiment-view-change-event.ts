import { DetailEvent } from './detail-event.ts';

/** What the user sees of an A/B test, as plain data that fits a URL; give it back as the element's `view`. */
export interface ExperimentReadoutView {
  /** Id of the step that is read. */
  step?: string;
}

/** `view-change`: the user chose another step of an A/B test to read. */
export class ExperimentViewChangeEvent extends DetailEvent<{ view: ExperimentReadoutView }> {
  static readonly eventName = 'view-change';

  constructor(view: ExperimentReadoutView) {
    super(ExperimentViewChangeEvent.eventName, { view: Object.freeze({ ...view }) });
  }

  get view(): ExperimentReadoutView {
    return this.detail.view;
  }
}
