/** What the chart's one popover shows. */
export type Panel =
  | { kind: 'help' }
  | { kind: 'breakdown' }
  | { kind: 'rules' }
  | { kind: 'filters'; step: string }
  | { kind: 'menu'; step: string };
