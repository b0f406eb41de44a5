export * from './activation-error-event.ts';
export * from './activation-load-event.ts';
export * from './channel-error-event.ts';
export * from './channel-load-event.ts';
export * from './channel-view-change-event.ts';
export * from './chart-export-event.ts';
export * from './clients-enroll-event.ts';
export * from './clients-request-event.ts';
export * from './clients-select-event.ts';
export * from './clients-stage-change-event.ts';
export * from './clients-tag-event.ts';
export * from './detail-event.ts';
export * from './experiment-error-event.ts';
export * from './experiment-load-event.ts';
export * from './experiment-view-change-event.ts';
export * from './funnel-error-event.ts';
export * from './funnel-load-event.ts';
export * from './funnel-step-point-event.ts';
export * from './funnel-step-select-event.ts';
export * from './highlight-change-event.ts';
export * from './people-columns-change-event.ts';
export * from './people-error-event.ts';
export * from './people-export-event.ts';
export * from './people-load-event.ts';
export * from './people-move-event.ts';
export * from './people-segment.ts';
export * from './view-change-event.ts';
export * from './wheel-error-event.ts';
export * from './wheel-load-event.ts';
export * from './wheel-phase-select-event.ts';
export * from './wheel-view-change-event.ts';

import type { ActivationErrorEvent } from './activation-error-event.ts';
import type { ActivationLoadEvent } from './activation-load-event.ts';
import type { ChannelErrorEvent } from './channel-error-event.ts';
import type { ChannelLoadEvent } from './channel-load-event.ts';
import type { ChartExportEvent } from './chart-export-event.ts';
import type { ClientsEnrollEvent } from './clients-enroll-event.ts';
import type { ClientsSelectEvent } from './clients-select-event.ts';
import type { ClientsStageChangeEvent } from './clients-stage-change-event.ts';
import type { ClientsTagEvent } from './clients-tag-event.ts';
import type { ExperimentErrorEvent } from './experiment-error-event.ts';
import type { ExperimentLoadEvent } from './experiment-load-event.ts';
import type { FunnelErrorEvent } from './funnel-error-event.ts';
import type { FunnelLoadEvent } from './funnel-load-event.ts';
import type { FunnelStepPointEvent } from './funnel-step-point-event.ts';
import type { FunnelStepSelectEvent } from './funnel-step-select-event.ts';
import type { HighlightChangeEvent } from './highlight-change-event.ts';
import type { PeopleColumnsChangeEvent } from './people-columns-change-event.ts';
import type { PeopleErrorEvent } from './people-error-event.ts';
import type { PeopleExportEvent } from './people-export-event.ts';
import type { PeopleLoadEvent } from './people-load-event.ts';
import type { PeopleMoveEvent } from './people-move-event.ts';
import type { ViewChangeEvent } from './view-change-event.ts';
import type { WheelErrorEvent } from './wheel-error-event.ts';
import type { WheelLoadEvent } from './wheel-load-event.ts';
import type { WheelPhaseSelectEvent } from './wheel-phase-select-event.ts';
import type { WheelViewChangeEvent } from './wheel-view-change-event.ts';

/** Event name → class, for `addEventListener` with types. */
export interface FunnelwheelEventMap {
  'activation-error': ActivationErrorEvent;
  'activation-load': ActivationLoadEvent;
  'channel-error': ChannelErrorEvent;
  'channel-load': ChannelLoadEvent;
  'chart-export': ChartExportEvent;
  'clients-enroll': ClientsEnrollEvent;
  'clients-select': ClientsSelectEvent;
  'clients-stage-change': ClientsStageChangeEvent;
  'clients-tag': ClientsTagEvent;
  'experiment-error': ExperimentErrorEvent;
  'experiment-load': ExperimentLoadEvent;
  'funnel-error': FunnelErrorEvent;
  'funnel-load': FunnelLoadEvent;
  'funnel-step-point': FunnelStepPointEvent;
  'funnel-step-select': FunnelStepSelectEvent;
  'highlight-change': HighlightChangeEvent;
  'people-columns-change': PeopleColumnsChangeEvent;
  'people-error': PeopleErrorEvent;
  'people-export': PeopleExportEvent;
  'people-load': PeopleLoadEvent;
  'people-move': PeopleMoveEvent;
  'view-change': ViewChangeEvent | WheelViewChangeEvent;
  'wheel-error': WheelErrorEvent;
  'wheel-load': WheelLoadEvent;
  'wheel-phase-select': WheelPhaseSelectEvent;
}

declare global {
  // Merging is the only way to give the events their types on every element.
  interface HTMLElementEventMap extends FunnelwheelEventMap {}
}
