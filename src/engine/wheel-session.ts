import type { Store } from './dataset/store.ts';
import { computeEngagement } from './engagement/compute-engagement.ts';
import { FunnelwheelError } from './error.ts';
import { computeFlywheel } from './flywheel/compute-flywheel.ts';
import { computeLifecycle } from './lifecycle/compute-lifecycle.ts';
import { ArrangedLists } from './people/arranged-lists.ts';
import { keepable, RecentlyUsed } from './recently-used.ts';
import { NOWHERE } from './people/place-table.ts';
import { computePlaceIds, computePlacePeople } from './people/place-people.ts';
import { EMPTY_CATALOG, type WheelCatalog } from './people/wheel-catalog.ts';
import type { WheelRun } from './people/wheel-run.ts';
import { parsePeopleQuery, type PeoplePage, type PeopleQuery } from './schema/index.ts';
import {
  parseWheelModel,
  parseWheelOptions,
  parseWheelSegment,
  type PersonPlace,
  type WheelModel,
  type WheelOptions,
  type WheelPlaces,
  type WheelResult,
  type WheelSegment,
} from './schema/wheel.ts';

const ENGINES = { lifecycle: computeLifecycle, engagement: computeEngagement, flywheel: computeFlywheel };
/** Runs kept at most; the one used longest ago goes first. */
const KEPT_RUNS = 6;
/** At least one of each wheel. */
const LEAST_RUNS = 3;

/** A run, and its lists as they were arranged last. */
interface Kept {
  run: WheelRun;
  lists: ArrangedLists;
}

/**
 * Questions about the wheels of one store. Keeps the latest runs, so that the people behind a number are those that
 * were counted. Everything it is asked with is checked; every error is a `FunnelwheelError`.
 */
export class WheelSession {
  readonly #store: Store;
  readonly #catalog: WheelCatalog;
  readonly #runs: RecentlyUsed<Kept>;

  /** @param catalog playbooks and points of friction to go with the numbers */
  constructor(store: Store, catalog: WheelCatalog = EMPTY_CATALOG) {
    this.#store = store;
    this.#catalog = catalog;
    this.#runs = new RecentlyUsed(keepable(store.persons.count, KEPT_RUNS, LEAST_RUNS));
  }

  /** A wheel's numbers. @throws FunnelwheelError `invalid-options` with the path of the mistake. */
  compute(model: WheelModel, options: WheelOptions = {}): WheelResult {
    return this.#run(model, options).run.result;
  }

  /** A page of the people of a place, or of those who went from one to another. */
  people(
    model: WheelModel,
    options: WheelOptions,
    segment: WheelSegment,
    query: PeopleQuery = {},
  ): PeoplePage {
    const { run, lists } = this.#run(model, options);
    return computePlacePeople(run, lists, parseWheelSegment(segment), parsePeopleQuery(query));
  }

  /** Ids of all of them; in the query's order where it has one, else in the data's. */
  ids(
    model: WheelModel,
    options: WheelOptions,
    segment: WheelSegment,
    query: PeopleQuery = {},
  ): (string | number)[] {
    const { run } = this.#run(model, options);
    return computePlaceIds(run, parseWheelSegment(segment), parsePeopleQuery(query));
  }

  /**
   * Where one person is, why, and how they came there.
   * @throws FunnelwheelError `unknown-subject`
   */
  person(model: WheelModel, options: WheelOptions, id: string | number): PersonPlace {
    const { run } = this.#run(model, options);
    return run.placeOf(this.#indexOf(id));
  }

  /** How many of some people are at each place; those the wheel is not about are at none. */
  places(model: WheelModel, options: WheelOptions, ids: Iterable<string | number>): WheelPlaces {
    const { run } = this.#run(model, options);
    const { places, table } = run;
    const counts = new Int32Array(places.ids.length);
    const now = table.place.at(-1)!;
    for (const id of ids) {
      const place = now[this.#store.persons.indexOf(id) ?? -1] ?? NOWHERE;
      if (place !== NOWHERE) counts[place]!++;
    }
    return Object.fromEntries(places.ids.map((id, place) => [id, counts[place]!]));
  }

  #indexOf(id: string | number): number {
    const person = this.#store.persons.indexOf(id);
    if (person !== undefined) return person;
    throw new FunnelwheelError('unknown-subject', `there is no person "${id}"`, { path: 'id', value: id });
  }

  #run(model: WheelModel, input: WheelOptions): Kept {
    const name = parseWheelModel(model);
    const options = ownOptions(name, parseWheelOptions(input));
    const key = JSON.stringify([name, options]);
    return this.#runs.get(key, () => ({
      run: ENGINES[name](this.#store, options, this.#catalog),
      lists: new ArrangedLists(),
    }));
  }
}

/** The thresholds of the other wheels make no other run. */
function ownOptions(model: WheelModel, options: WheelOptions): WheelOptions {
  const { asOf, comparedTo, filters, [model]: own } = options;
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(comparedTo === undefined ? {} : { comparedTo }),
    ...(filters === undefined ? {} : { filters }),
    ...(own === undefined ? {} : { [model]: own }),
  };
}
