// The second, slow and obvious implementation of activation, channels and experiments: plain loops over plain rows,
// sharing nothing with the engine. Everything happens in UTC.

/** An event as the random studio has it. */
export interface OracleEvent {
  person: string;
  at: string;
  type: string;
  [property: string]: unknown;
}

/** A person as the random studio has them. */
export interface OraclePerson {
  id: string;
  source?: string | null;
  group?: string | null;
}

/** Conditions of equality; enough to tell events apart. */
export interface OracleDeed {
  event: string | string[];
  where?: Record<string, string>;
}

const ms = (at: string) => new Date(at).getTime();
const DAY = 86_400_000;

function fits(event: OracleEvent, { event: types, where = {} }: OracleDeed): boolean {
  const isType = Array.isArray(types) ? types.includes(event.type) : event.type === types;
  return isType && Object.entries(where).every(([property, value]) => event[property] === value);
}

/** A person's events up to now, earliest first; of the same instant, in the order of the rows. */
function eventsOf(events: readonly OracleEvent[], person: string, now: number): OracleEvent[] {
  const own = events.filter((event) => event.person === person && ms(event.at) <= now);
  return own.sort((a, b) => ms(a.at) - ms(b.at));
}

/** Acquired, activated and open of one period, from its first instant to before its end. */
export interface OracleActivation {
  acquired: number;
  activated: number;
  open: number;
}

/** Counts one period of an activation rate, person by person. `within` is a number of days, or the period itself. */
export function countActivation(
  events: readonly OracleEvent[],
  marks: { acquired: OracleDeed; activated: OracleDeed; within?: number | 'period' | undefined },
  period: { from: number; before: number; until: number },
  now: number,
): OracleActivation {
  const count = { acquired: 0, activated: 0, open: 0 };
  for (const person of new Set(events.map((event) => event.person))) {
    const own = eventsOf(events, person, now);
    const first = own.find((event) => fits(event, marks.acquired));
    if (!first) continue;
    const start = ms(first.at);
    if (start < period.from || start >= period.before || start > period.until) continue;
    count.acquired++;
    const limit = typeof marks.within === 'number' ? start + marks.within * DAY : Infinity;
    const last = marks.within === 'period' ? period.before - 1 : limit;
    const done = own.some(
      (event) =>
        event !== first && fits(event, marks.activated) && ms(event.at) >= start && ms(event.at) <= last,
    );
    if (done) count.activated++;
    else if (last !== Infinity && last >= now) count.open++;
  }
  return count;
}

/** What the people of one source are known for. */
export interface OracleBrought {
  people: number;
  customers: number;
  purchases: number;
  revenue: number | null;
}

/** People who came in a range by their source, or by the first `source` on an event of theirs. */
export function countBrought(
  people: readonly OraclePerson[],
  events: readonly OracleEvent[],
  range: { from: number; to: number },
  now: number,
): { bySource: Map<string, OracleBrought>; unattributed: number } {
  const bySource = new Map<string, OracleBrought>();
  let unattributed = 0;
  const ids = [...new Set([...people.map(({ id }) => id), ...events.map((event) => event.person)])];
  for (const id of ids) {
    const own = eventsOf(events, id, now);
    const isUndated = !events.some((event) => event.person === id);
    const isOpen = range.from === -Infinity && range.to === Infinity;
    if (isUndated ? !isOpen : own.length === 0 || ms(own[0]!.at) < range.from || ms(own[0]!.at) > range.to)
      continue;
    const touched = own.find((event) => event['source'])?.['source'] as string | undefined;
    const source = people.find((person) => person.id === id)?.source || touched;
    if (!source) unattributed++;
    else addBrought(bySource, source.toLowerCase(), own);
  }
  return { bySource, unattributed };
}

function addBrought(bySource: Map<string, OracleBrought>, key: string, own: readonly OracleEvent[]): void {
  const known = bySource.get(key) ?? { people: 0, customers: 0, purchases: 0, revenue: null };
  const bought = own.filter((event) => event.type === 'purchase');
  known.people++;
  if (bought.length > 0) known.customers++;
  known.purchases += bought.length;
  for (const { amount } of bought)
    if (typeof amount === 'number') known.revenue = (known.revenue ?? 0) + amount;
  bySource.set(key, known);
}

/** Sum of one measure over rows; null where none of them tells it. */
export function sumMeasure(rows: readonly Record<string, unknown>[], measure: string): number | null {
  let sum: number | null = null;
  for (const row of rows) if (typeof row[measure] === 'number') sum = (sum ?? 0) + row[measure];
  return sum;
}

/** What became of those who saw one variant. */
export interface OracleVariant {
  exposed: number;
  converted: number[];
}

/** A test of variants: each step after the exposure and, where `chained`, after the step before, within so many days. */
export interface OracleExperiment {
  id: string;
  steps: OracleDeed[];
  chained: boolean;
  days: number | undefined;
  mixed: 'exclude' | 'first';
}

/** Counts an experiment person by person, trying every choice of events for the steps. */
export function countVariants(
  events: readonly OracleEvent[],
  { id, steps, chained, days, mixed }: OracleExperiment,
  range: { from: number; to: number },
  now: number,
): { variants: Map<string, OracleVariant>; mixed: number } {
  const variants = new Map<string, OracleVariant>();
  let several = 0;
  for (const person of new Set(events.map((event) => event.person))) {
    const own = eventsOf(events, person, now);
    const seen = own.filter(
      (event) =>
        event.type === 'exposure' &&
        event['experiment'] === id &&
        ms(event.at) >= range.from &&
        ms(event.at) <= range.to,
    );
    if (seen.length === 0) continue;
    const distinct = new Set(seen.map((event) => event['variant'] as string));
    if (distinct.size > 1) several++;
    if (distinct.size > 1 && mixed === 'exclude') continue;
    const variant = seen[0]!['variant'] as string;
    const tally = variants.get(variant) ?? { exposed: 0, converted: steps.map(() => 0) };
    variants.set(variant, tally);
    tally.exposed++;
    const done = furthest(own, seen[0]!, steps, chained, days);
    for (let step = 0; step < done; step++) tally.converted[step]!++;
  }
  return { variants, mixed: several };
}

/** How many steps in a row somebody did, at best. */
function furthest(
  own: readonly OracleEvent[],
  exposure: OracleEvent,
  steps: readonly OracleDeed[],
  chained: boolean,
  days: number | undefined,
): number {
  const end = days === undefined ? Infinity : ms(exposure.at) + days * DAY;
  const tries = (step: number, after: number, used: ReadonlySet<OracleEvent>): number => {
    if (step === steps.length) return step;
    let best = step;
    for (const event of own) {
      if (used.has(event) || !fits(event, steps[step]!)) continue;
      const at = ms(event.at);
      if (at < ms(exposure.at) || at < after || at > end) continue;
      best = Math.max(
        best,
        tries(step + 1, chained ? at : after, chained ? new Set([...used, event]) : used),
      );
    }
    return best;
  };
  return tries(0, -Infinity, new Set([exposure]));
}
