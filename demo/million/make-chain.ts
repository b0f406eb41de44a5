import { Draws } from '../studio/random.ts';
import { FIRST_NAMES, LAST_NAMES } from '../studio/names.ts';

/** The kinds of events the chain of studios keeps, in the order of the journey. */
export const KINDS = ['lead', 'intro', 'booking', 'check-in', 'membership'] as const;
type Kind = (typeof KINDS)[number];

/** A table as typed columns. A type, not an interface: those have no index signature. */
export type ChainTable = {
  person: Int32Array<ArrayBuffer>;
  /** Epoch milliseconds. */
  at: Float64Array<ArrayBuffer>;
};

/** A made-up chain of studios. What holds text is a file, so that no text crosses the page's own thread. */
export interface Chain {
  /** JSON by columns: `id`, `name`, `email`. */
  people: Blob;
  /** JSON by columns: `person`, `at`, `source`. */
  leads: Blob;
  tables: Record<Exclude<Kind, 'lead'>, ChainTable>;
  /** How many events there are of all kinds. */
  events: number;
}

const SOURCES = { website: 44, instagram: 21, friend: 14, 'walk-in': 9, partner: 7, flyer: 5 };
const DAY = 86_400_000;
/** The journeys begin in the 18 months before {@link CHAIN_AS_OF}. */
const START = Date.UTC(2025, 4, 28);
const SPAN = 540;
/** The instant at which the made-up chain stands. */
export const CHAIN_AS_OF = '2026-11-20T08:00:00Z';
const NOW = Date.parse(CHAIN_AS_OF);
const MOST_VISITS = 24;

/** A table that grows row by row. */
class GrowingTable {
  #person = new Int32Array(1024);
  #at = new Float64Array(1024);
  length = 0;

  add(person: number, at: number): void {
    if (at > NOW) return;
    if (this.length === this.#at.length) this.#grow();
    this.#person[this.length] = person;
    this.#at[this.length] = at;
    this.length += 1;
  }

  #grow(): void {
    const person = new Int32Array(this.length * 2);
    const at = new Float64Array(this.length * 2);
    person.set(this.#person);
    at.set(this.#at);
    this.#person = person;
    this.#at = at;
  }

  finish(): ChainTable {
    return { person: this.#person.slice(0, this.length), at: this.#at.slice(0, this.length) };
  }
}

/** The journeys of so many people: the same every time. */
export function makeChain(people: number): Chain {
  const draws = new Draws(0.2026112);
  const tables = Object.fromEntries(KINDS.map((kind) => [kind, new GrowingTable()])) as Record<
    Kind,
    GrowingTable
  >;
  const sources: string[] = [];
  const names: string[] = [];
  for (let person = 1; person <= people; person += 1) {
    names.push(`${draws.pick(FIRST_NAMES)} ${draws.pick(LAST_NAMES)}`);
    sources.push(draws.weighted(SOURCES));
    live(person, draws, tables);
  }
  const { lead, ...rest } = tables;
  const leads = lead.finish();
  return {
    people: toFile({ id: names.map((_, index) => index + 1), name: names }),
    leads: toFile({ person: [...leads.person], at: [...leads.at], source: sources }),
    tables: {
      intro: rest.intro.finish(),
      booking: rest.booking.finish(),
      'check-in': rest['check-in'].finish(),
      membership: rest.membership.finish(),
    },
    events: Object.values(tables).reduce((sum, { length }) => sum + length, 0),
  };
}

/** One person, from the first contact on: each stage is reached by a share of those before. */
function live(person: number, draws: Draws, tables: Record<Kind, GrowingTable>): void {
  let at = START + Math.floor(draws.between(0, SPAN)) * DAY + draws.integer(7 * 60, 21 * 60) * 60_000;
  tables.lead.add(person, at);
  if (!draws.chance(0.58)) return;
  at += draws.wait(5 * DAY);
  tables.intro.add(person, at);
  if (!draws.chance(0.84)) return;
  at += draws.wait(2 * DAY);
  tables.booking.add(person, at);
  if (!draws.chance(0.88)) return;
  const visits = 1 + Math.floor(draws.between(0, 1) ** 2 * MOST_VISITS);
  for (let visit = 0; visit < visits; visit += 1) {
    at += draws.wait(4 * DAY);
    tables['check-in'].add(person, at);
    if (visit === 1 && draws.chance(0.47)) tables.membership.add(person, at + draws.wait(DAY));
  }
}

function toFile(columns: Record<string, readonly unknown[]>): Blob {
  // Column by column: one text of everything would be kept a second time while it is joined.
  const parts = Object.entries(columns).map(
    ([name, values], index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:${JSON.stringify(values)}`,
  );
  return new Blob([...parts, '}'], { type: 'application/json' });
}
