import { FunnelwheelError, type ErrorCode } from '../error.ts';
import type { RangeOption } from '../schema/options.ts';
import type { Calendar } from './calendar.ts';
import { parseInstant, type Instant } from './instant.ts';

/** A stretch of time in epoch ms, both ends included; infinite where open. */
export interface Span {
  from: number;
  to: number;
}

/** All of time. */
export const OPEN_SPAN: Span = { from: -Infinity, to: Infinity };

/**
 * A range option as instants: bare dates are whole days of the studio.
 *
 * @throws FunnelwheelError of `code`, with the path of a bound that is no instant, or of a range that ends before it begins.
 */
export function toSpan(
  range: RangeOption | undefined,
  calendar: Calendar,
  path: string,
  code: ErrorCode = 'invalid-options',
): Span {
  if (!range) return OPEN_SPAN;
  const { from, to } = range;
  const span = {
    from:
      from === undefined || from === null ? -Infinity : readInstant(from, calendar, `${path}.from`, code).ms,
    to: to === undefined || to === null ? Infinity : readEnd(to, calendar, `${path}.to`, code),
  };
  if (span.from <= span.to) return span;
  throw new FunnelwheelError(code, `${path}: the period ends before it begins`, { path, value: to });
}

/** An instant of an option. @throws FunnelwheelError of `code` with its path when it is none. */
export function readInstant(
  value: string | number,
  calendar: Calendar,
  path: string,
  code: ErrorCode = 'invalid-options',
): Instant {
  const instant = parseInstant(value, calendar);
  if (!instant) throw new FunnelwheelError(code, `${path}: not an instant`, { path, value });
  return instant;
}

function readEnd(value: string | number, calendar: Calendar, path: string, code: ErrorCode): number {
  const { ms, dayOnly } = readInstant(value, calendar, path, code);
  return dayOnly ? calendar.endOfDay(calendar.dayOf(ms)) : ms;
}
