export * from './clients-enroll-event.ts';
export * from './clients-request-event.ts';
export * from './clients-select-event.ts';
export * from './clients-stage-change-event.ts';
export * from './clients-tag-event.ts';
export * from './detail-event.ts';
export * from './funnel-error-event.ts';
export * from './funnel-load-event.ts';
export * from './funnel-step-select-event.ts';
export * from './people-error-event.ts';
export * from './people-load-event.ts';
export * from './view-change-event.ts';

import type { ClientsEnrollEvent } from './clients-enroll-event.ts';
import type { ClientsSelectEvent } from './clients-select-event.ts';
import type { ClientsStageChangeEvent } from './clients-stage-change-event.ts';
import type { ClientsTagEvent } from './clients-tag-event.ts';
import type { FunnelErrorEvent } from './funnel-error-event.ts';
import type { FunnelLoadEvent } from './funnel-load-event.ts';
import type { FunnelStepSelectEvent } from './funnel-step-select-event.ts';
import type { PeopleErrorEvent } from './people-error-event.ts';
import type { PeopleLoadEvent } from './people-load-event.ts';
import type { ViewChangeEvent } from './view-change-event.ts';

/** Event name → class, for `addEventListener` with types. */
export interface FunnelwheelEventMap {
  'clients-enroll': ClientsEnrollEvent;
  'clients-select': ClientsSelectEvent;
  'clients-stage-change': ClientsStageChangeEvent;
  'clients-tag': ClientsTagEvent;
  'funnel-error': FunnelErrorEvent;
  'funnel-load': FunnelLoadEvent;
  'funnel-step-select': FunnelStepSelectEvent;
  'people-error': PeopleErrorEvent;
  'people-load': PeopleLoadEvent;
  'view-change': ViewChangeEvent;
}

declare global {
  // Merging is the only way to give the events their types on every element.
  interface HTMLElementEventMap extends FunnelwheelEventMap {}
}
