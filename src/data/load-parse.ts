/** Checks what a host hands over. @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export type Parse<Result> = (value: unknown) => Result;

/**
 * Brings what checks a result: its schemas weigh more than most of what a page shows at once. Rejects with a
 * FunnelwheelError `network` where it does not come.
 */
export interface LoadParse<Result> {
  (): Promise<Parse<Result>>;
  /** Whether it is there already, where that is known. */
  isLoaded?(): boolean;
}
