/** The events of both elements. */
export const EVENT_NAMES = [
  'funnel-load',
  'funnel-error',
  'funnel-step-select',
  'view-change',
  'clients-select',
  'clients-tag',
  'clients-stage-change',
  'clients-enroll',
  'people-load',
  'people-error',
] as const;
