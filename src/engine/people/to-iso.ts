/** An instant as JSON has it; null where there is none: never, or always. */
export function toIso(ms: number | undefined): string | null {
  return ms === undefined || !Number.isFinite(ms) ? null : new Date(ms).toISOString();
}
