import type { Store } from '../dataset/store.ts';
import { PlaceTable } from '../people/place-table.ts';
import { toWheelResult } from '../people/to-wheel-result.ts';
import { tracePerson } from '../people/trace-person.ts';
import { EMPTY_CATALOG, type WheelCatalog } from '../people/wheel-catalog.ts';
import { WheelContext } from '../people/wheel-context.ts';
import type { WheelRun } from '../people/wheel-run.ts';
import type { PersonPlace, WheelOptions, WheelResult } from '../schema/wheel.ts';
import { toEngagementRules } from './engagement-options.ts';
import { engagementPlaces } from './engagement-places.ts';
import { EngagementWalk } from './engagement-walk.ts';
import { QualificationTest, type Qualification } from './qualification.ts';

/**
 * The engagement index of everybody as of an instant: score, quarter, qualification, and who changed quarter since an
 * earlier instant. Source: lifecycle.md, section 2.
 * @throws FunnelwheelError `invalid-options`
 */
export function computeEngagement(
  store: Store,
  options: WheelOptions = {},
  catalog: WheelCatalog = EMPTY_CATALOG,
): WheelRun {
  const rules = toEngagementRules(options.engagement);
  const context = new WheelContext(store, options, options.comparedTo);
  const walk = new EngagementWalk(context, rules);
  const test = new QualificationTest(context, rules);
  const { table, scores, qualification } = fillTable(context, walk, test);
  const parts = { model: 'engagement' as const, context, places: engagementPlaces, table };
  const result = toWheelResult({ ...parts, rules, playbook: catalog.playbooks.engagement });
  return {
    ...parts,
    scores,
    result: { ...result, qualification },
    placeOf: (person) => tracePlace(context, walk, test, person),
  };
}

function fillTable(context: WheelContext, walk: EngagementWalk, test: QualificationTest) {
  const { now, before } = context.instants;
  const people = context.store.persons.count;
  const table = new PlaceTable(people, before === undefined ? [now] : [before, now]);
  const scores = new Float64Array(people).fill(NaN);
  const qualification: NonNullable<WheelResult['qualification']> = { mql: 0, sal: 0, sql: 0 };
  const place = (person: number) => {
    table.begin(person);
    walk.walk(person, now, table);
    table.end();
    const score = walk.scoreAt(now) ?? NaN;
    if (walk.isLead) count(qualification, test.judge(person, score, walk.qualifiedSince));
    scores[person] = score;
  };
  context.population.forEach(place);
  return { table, scores, qualification };
}

function count(totals: NonNullable<WheelResult['qualification']>, { mql, sal, sql }: Qualification): void {
  if (mql) totals.mql += 1;
  if (sal !== undefined) totals.sal += 1;
  if (sql !== undefined) totals.sql += 1;
}

function tracePlace(
  context: WheelContext,
  walk: EngagementWalk,
  test: QualificationTest,
  person: number,
): PersonPlace {
  const { now } = context.instants;
  const place = tracePerson('engagement', context, engagementPlaces, walk, person);
  const score = walk.scoreAt(now);
  const lead = walk.isLead ? test.reasonsOf(test.judge(person, score ?? NaN, walk.qualifiedSince)) : [];
  const reasons = [...place.reasons, ...lead];
  return score === null
    ? { ...place, score, reasons }
    : { ...place, score, parts: walk.partsAt(now), reasons };
}
