import type { ErrorCode } from '../engine/error.ts';
import type { Counted } from './counted.ts';

/** The texts that the three small elements share: states, periods, errors. A language that lacks one does not compile. */
export interface FigureMessages {
  /** Joins a sentence's colon to what precedes it: `: ` or ` : `. */
  colon: string;
  quote(text: string): string;
  /** `7 of 12`. */
  fraction(part: string, whole: string): string;
  /** `between 11.7% and 14.4%`. */
  between(low: string, high: string): string;
  /** `1.8 points`, written out. */
  points(count: Counted): string;
  unknown: string;
  loading: string;
  loadingShare(percent: string): string;
  updating: string;
  retry: string;
  errorTitle: string;
  noResult: string;
  /** Beside an error, while older figures are shown. */
  stale(date: string): string;
  allTime: string;
  from(date: string): string;
  until(date: string): string;
  asOf(date: string): string;
  supplied: string;
  computed: string;
  updated(summary: string): string;
  rejected(count: Counted): string;
  details: string;
  asTable: string;
  errors: Record<ErrorCode, string>;
}
