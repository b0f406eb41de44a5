/**
 * Inside the generator a time is the wall clock of the studio (Paris), held as if it were UTC. Only what
 * leaves it is turned into true instants.
 */
export type WallTime = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The wall time of `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
export function wallTime(text: string): WallTime {
  return Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
}

/** The same time of day some calendar months later, the end of a month clamped. */
export function addMonths(time: WallTime, months: number): WallTime {
  const date = new Date(time);
  const target = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return target + (Math.min(date.getUTCDate(), last) - 1) * DAY + (time % DAY);
}

/** Midnight of the same day. */
export function dayOf(time: WallTime): WallTime {
  return Math.floor(time / DAY) * DAY;
}

/** The last Sunday of a month at 01:00 UTC, when Europe's clocks change. */
function clockChange(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0));
  return end.getTime() - end.getUTCDay() * DAY + HOUR;
}

/** Year → from when to when its summer time lasts (UTC). */
const SUMMERS = new Map<number, readonly [from: number, to: number]>();

function summerOf(year: number): readonly [from: number, to: number] {
  const summer = SUMMERS.get(year) ?? [clockChange(year, 2), clockChange(year, 9)];
  SUMMERS.set(year, summer);
  return summer;
}

/** Paris's offset from UTC in hours at a wall time: 2 from the last Sunday of March to that of October. */
function parisOffset(time: WallTime): number {
  const [from, to] = summerOf(new Date(time).getUTCFullYear());
  return time - HOUR >= from && time - HOUR < to ? 2 : 1;
}

/** Epoch milliseconds of a wall time in Paris. */
export function toEpoch(time: WallTime): number {
  return time - parisOffset(time) * HOUR;
}

/** ISO 8601 with Paris's offset: `2026-09-01T18:30:00+02:00`. */
export function toIso(time: WallTime): string {
  return `${new Date(time).toISOString().slice(0, 19)}+0${parisOffset(time)}:00`;
}
