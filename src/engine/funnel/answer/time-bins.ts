const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A bar of a histogram: times from `start` (included) to `end` (excluded), in seconds; no end: everything longer. */
export interface TimeBin {
  start: number;
  end?: number;
  count: number;
}

/** Widths that are said in one breath; months are of 30 days. */
const READABLE = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 90, 180, 360].map((days) => days * DAY),
];
/** Bars that are read without counting; one more may close them. */
const MOST_READABLE = 12;
/** "2 days to 2 days and a minute" is no time anybody means: a bar is at least so much of the times it tells apart. */
const FINEST = 1 / 48;
/** The longest of ten are gathered in the last bar where they would make all others narrow. */
const TAIL_FROM = 0.9;
/** Width in seconds where all took equally long. */
const NARROWEST = MINUTE;
const MOST_BINS = 60;

/**
 * Bins of a readable width: the narrowest of whole minutes, hours, days, weeks or months with which nine tenths of the
 * times fill at most twelve. They begin at a multiple of the width; what lies beyond is one last bin without an end.
 * Source: funnels.md, "At a glance"; the widths are ours.
 *
 * @param ascending seconds, shortest first
 */
export function toReadableBins(ascending: ArrayLike<number>): TimeBin[] {
  const { length } = ascending;
  if (length === 0) return [];
  const [low, high] = [ascending[0]!, ascending[length - 1]!];
  const body = ascending[Math.ceil(length * TAIL_FROM) - 1]!;
  const countTo = (time: number, width: number) => Math.floor(time / width) - Math.floor(low / width) + 1;
  const finest = Math.max(Math.abs(low), Math.abs(body)) * FINEST;
  // Decades are wider than any readable width: then as wide as needed.
  const width =
    READABLE.find((candidate) => candidate >= finest && countTo(body, candidate) <= MOST_READABLE) ??
    Math.ceil(Math.max(finest, (body - low) / (MOST_READABLE - 1)) / DAY) * DAY;
  const all = countTo(high, width);
  const hasTail = all > MOST_READABLE + 1;
  const count = hasTail ? countTo(body, width) + 1 : all;
  const start = Math.floor(low / width) * width;
  const bins = createBins(start, width, count);
  if (hasTail) delete bins[count - 1]!.end;
  return fill(bins, ascending, { start, width });
}

/**
 * Bins of equal width: from the shortest whole second, as wide as needed to hold all in `binCount` of them (default:
 * the cube root of their number, 1 to 60); one further bin closes the last.
 *
 * @param ascending seconds, shortest first
 */
export function toEqualBins(ascending: ArrayLike<number>, binCount?: number): TimeBin[] {
  const { length } = ascending;
  if (length === 0) return [];
  const count = binCount ?? Math.max(1, Math.min(MOST_BINS, Math.ceil(Math.cbrt(length))));
  const start = Math.floor(ascending[0]!);
  const width = Math.ceil((Math.ceil(ascending[length - 1]!) - start) / count) || NARROWEST;
  return fill(createBins(start, width, count + 1), ascending, { start, width });
}

function createBins(start: number, width: number, count: number): TimeBin[] {
  return Array.from({ length: count }, (_, i) => ({
    start: start + i * width,
    end: start + (i + 1) * width,
    count: 0,
  }));
}

function fill(bins: TimeBin[], times: ArrayLike<number>, { start, width }: { start: number; width: number }) {
  for (let i = 0; i < times.length; i++)
    bins[Math.min(bins.length - 1, Math.floor((times[i]! - start) / width))]!.count++;
  return bins;
}
