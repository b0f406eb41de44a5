import { FunnelwheelError } from '../error.ts';
import type { PeoplePage, PeopleQuery, PersonRow } from '../schema/index.ts';
import type { WheelSegment } from '../schema/wheel.ts';
import type { ArrangedLists } from './arranged-lists.ts';
import { cutPage, PersonRows, type SortKey } from './person-rows.ts';
import { toIso } from './to-iso.ts';
import type { WheelRun } from './wheel-run.ts';

/** A page of the people of a place or a movement: the same rows, search and order as behind a funnel's numbers. */
export function computePlacePeople(
  run: WheelRun,
  lists: ArrangedLists,
  segment: WheelSegment,
  query: PeopleQuery = {},
): PeoplePage {
  const list = new PlacePeople(run);
  const { rows, segmentTotal } = lists.get(segment, query, () => {
    const inSegment = list.rowsOf(segment);
    return { rows: list.arrange(inSegment, query), segmentTotal: inSegment.length };
  });
  const { page, cursor } = cutPage(rows, query);
  return { people: page.map((person) => list.toRow(person)), total: rows.length, segmentTotal, cursor };
}

/** Ids of everybody in a place or a movement who fulfils a query; in its order where it has one, else in the data's. */
export function computePlaceIds(
  run: WheelRun,
  segment: WheelSegment,
  query: PeopleQuery = {},
): (string | number)[] {
  const list = new PlacePeople(run);
  const { persons } = run.context.store;
  return list.select(list.rowsOf(segment), query).map((person) => persons.idOf(person));
}

class PlacePeople {
  readonly #run: WheelRun;
  readonly #rows: PersonRows;
  readonly #now: number;

  constructor(run: WheelRun) {
    const { store, instants } = run.context;
    this.#run = run;
    this.#now = run.table.instants.length - 1;
    const access = {
      idOf: (person: number) => store.persons.idOf(person),
      personOf: (person: number) => person,
      keyOf: (person: number, by: string) => this.#keyOf(person, by),
    };
    this.#rows = new PersonRows(store, access, instants.now);
  }

  /** Dense indexes of the people of a segment. @throws FunnelwheelError `invalid-options` with its path. */
  rowsOf(segment: WheelSegment): number[] {
    if ('phase' in segment) return this.#at(this.#indexOf(segment.phase, 'phase'));
    if ('outside' in segment) return this.#at(this.#indexOf(segment.outside, 'outside'));
    const { brought } = this.#run;
    const bring = brought && segment.from === brought.from && segment.to === brought.to;
    return bring ? [...brought.people] : this.#moved(segment);
  }

  arrange(rows: number[], query: PeopleQuery): number[] {
    return this.#rows.sort(this.#rows.filter(rows, query), query.sort);
  }

  select(rows: number[], query: PeopleQuery): number[] {
    const found = this.#rows.filter(rows, query);
    return query.sort ? this.#rows.sort(found, query.sort) : found;
  }

  toRow(person: number): PersonRow {
    const { context, table, places, scores, wonBack } = this.#run;
    const { calendar, persons } = context.store;
    const since = this.#since(person);
    const score = scores?.[person];
    return {
      id: persons.idOf(person),
      ...this.#rows.describe(person),
      enteredAt: toIso(since),
      phase: places.ids[table.place[this.#now]![person]!]!,
      days: since === undefined ? null : calendar.dayOf(context.instants.now) - calendar.dayOf(since),
      ...(score === undefined ? {} : { score: Number.isNaN(score) ? null : score }),
      ...(wonBack?.[person] === 1 ? { wonBack: true } : {}),
    };
  }

  #at(place: number): number[] {
    return this.#select((person) => this.#run.table.place[this.#now]![person] === place);
  }

  #moved({ from, to }: { from: string; to: string }): number[] {
    const { table, context } = this.#run;
    if (context.instants.before === undefined)
      throw refuse('from', 'no earlier instant was compared with', from);
    const [before, after] = [this.#indexOf(from, 'from'), this.#indexOf(to, 'to')];
    const earlier = table.place[this.#now - 1]!;
    const now = table.place[this.#now]!;
    return this.#select((person) => earlier[person] === before && now[person] === after);
  }

  #select(test: (person: number) => boolean): number[] {
    return Array.from(this.#run.context.population.filter(test));
  }

  #indexOf(id: string, path: 'phase' | 'outside' | 'from' | 'to'): number {
    const { ids, phaseCount } = this.#run.places;
    const index = ids.indexOf(id);
    const isWanted = path === 'phase' ? index < phaseCount : path !== 'outside' || index >= phaseCount;
    if (index >= 0 && isWanted) return index;
    throw refuse(path, `"${id}" is none of ${ids.join(', ')}`, id);
  }

  #since(person: number): number | undefined {
    const since = this.#run.table.since[this.#now]![person]!;
    return since === -Infinity ? undefined : since;
  }

  /** Days and since are the same order, the other way round. */
  #keyOf(person: number, by: string): SortKey | null {
    const since = this.#since(person);
    if (by === 'enteredAt') return since;
    if (by === 'days') return since === undefined ? undefined : -since;
    if (by !== 'score' || this.#run.scores === undefined) return null;
    const score = this.#run.scores[person]!;
    return Number.isNaN(score) ? undefined : score;
  }
}

function refuse(field: string, reason: string, value: unknown): FunnelwheelError {
  const path = `segment.${field}`;
  return new FunnelwheelError('invalid-options', `${path}: ${reason}`, { path, value });
}
