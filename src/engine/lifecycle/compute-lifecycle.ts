import type { Store } from '../dataset/store.ts';
import { PlaceTable } from '../people/place-table.ts';
import { toWheelResult } from '../people/to-wheel-result.ts';
import { tracePerson } from '../people/trace-person.ts';
import { EMPTY_CATALOG, type WheelCatalog } from '../people/wheel-catalog.ts';
import { WheelContext } from '../people/wheel-context.ts';
import type { WheelRun } from '../people/wheel-run.ts';
import type { WheelOptions, WheelResult } from '../schema/wheel.ts';
import { toLifecycleRules } from './lifecycle-options.ts';
import { Lifecycle, lifecyclePlaces } from './lifecycle-places.ts';
import { LifecycleWalk } from './lifecycle-walk.ts';

/**
 * The lifecycle of everybody as of an instant, and what changed since an earlier one.
 * Everybody is at exactly one of the five phases and two places outside. Source: lifecycle.md, section 1.
 * @throws FunnelwheelError `invalid-options`
 */
export function computeLifecycle(
  store: Store,
  options: WheelOptions = {},
  catalog: WheelCatalog = EMPTY_CATALOG,
): WheelRun {
  const rules = toLifecycleRules(options.lifecycle);
  const context = new WheelContext(store, options, options.comparedTo);
  const walk = new LifecycleWalk(context, rules);
  const { table, wonBack } = fillTable(context, walk);
  const playbook = catalog.playbooks.lifecycle;
  const parts = { model: 'lifecycle' as const, context, places: lifecyclePlaces, table };
  return {
    ...parts,
    wonBack,
    result: withWonBack(toWheelResult({ ...parts, rules, playbook }), wonBack),
    placeOf: (person) => tracePerson('lifecycle', context, lifecyclePlaces, walk, person),
  };
}

function fillTable(context: WheelContext, walk: LifecycleWalk): { table: PlaceTable; wonBack: Uint8Array } {
  const { now, before } = context.instants;
  const people = context.store.persons.count;
  const table = new PlaceTable(people, before === undefined ? [now] : [before, now]);
  const wonBack = new Uint8Array(people);
  const place = (person: number) => {
    table.begin(person);
    walk.walk(person, now, table);
    table.end();
    if (walk.isWonBack) wonBack[person] = 1;
  };
  context.population.forEach(place);
  return { table, wonBack };
}

function withWonBack(result: WheelResult, wonBack: Uint8Array): WheelResult {
  const count = wonBack.reduce((sum, flag) => sum + flag, 0);
  const phases = result.phases.map((phase, index) =>
    index === Lifecycle.Retention ? { ...phase, wonBack: count } : phase,
  );
  return { ...result, phases };
}
