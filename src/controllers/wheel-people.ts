import type { PersonRow } from '../engine/schema/index.ts';
import type { WheelResult, WheelSegment } from '../engine/schema/wheel.ts';
import type { Localization } from '../i18n/index.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import { getWheelLocalization, type WheelLocalization } from '../i18n/wheel-localization.ts';
import { computeWheelFacts } from '../layout/wheel-facts.ts';
import { toOriginName, toPlaceName } from '../layout/wheel-words.ts';
import type { PeopleColumnInfo, PeopleDescription, PeoplePlace, SuggestedAction } from './people-host.ts';

/** What a list says about the people of a place or a movement of a wheel. */
export function describeWheelPeople(
  result: WheelResult,
  segment: WheelSegment,
  { tag }: Localization,
): PeopleDescription {
  const localization = getWheelLocalization(tag);
  const { wheel } = localization;
  return {
    heading: toHeading(result, segment, localization),
    subject: 'person',
    count: getPlaceCount(result, segment),
    exists: hasPlace(result, segment),
    frame: JSON.stringify([result.model]),
    nobody: wheel.nobodyHere,
    asOf: result.asOf,
    timeZone: result.timeZone,
    places: listWheelPlaces(result, localization),
    columns: [{ id: 'enteredAt', title: wheel.since }, ...toScoreColumn(result, localization)],
    actions: toActions(result, segment, localization),
    isFilterable: result.links?.people === undefined || /[{,&?]where[,}]/.test(result.links.people),
    rule: { model: result.model, ...(result.asOf ? { asOf: result.asOf } : {}) },
  };
}

/** The engagement index gives everybody a score; empty for who is not in it. */
function toScoreColumn({ model }: WheelResult, { wheel, format }: WheelLocalization): PeopleColumnInfo[] {
  if (model !== 'engagement') return [];
  const toText = ({ score }: PersonRow) =>
    typeof score === 'number' ? format.number(Math.round(score)) : '';
  return [{ id: 'score', title: wheel.scoreColumn, sortBy: 'score', isNumeric: true, format: toText }];
}

/** The number a result shows for a place or a movement; undefined where it has none. */
export function getPlaceCount(result: WheelResult, segment: WheelSegment): number | undefined {
  if ('phase' in segment) return findPhase(result, segment.phase)?.count ?? undefined;
  if ('outside' in segment)
    return result.outside?.find(({ id }) => id === segment.outside)?.count ?? undefined;
  return findFlow(result, segment)?.count;
}

function hasPlace(result: WheelResult, segment: WheelSegment): boolean {
  if ('phase' in segment) return findPhase(result, segment.phase) !== undefined;
  if ('outside' in segment) return (result.outside ?? []).some(({ id }) => id === segment.outside);
  return findFlow(result, segment) !== undefined;
}

function findPhase(result: WheelResult, id: string) {
  return result.phases.find((phase, index) => (phase.id ?? String(index)) === id);
}

function findFlow(result: WheelResult, { from, to }: { from: string; to: string }) {
  return result.flows?.find((flow) => flow.from === from && flow.to === to && flow.kind !== 'bring');
}

function toHeading(result: WheelResult, segment: WheelSegment, localization: WheelLocalization): string {
  const { listHeading } = localization.wheel;
  const facts = computeWheelFacts(result);
  const nameOf = (id: string): string => toPlaceName(id, facts, result, localization);
  if ('phase' in segment) return listHeading.phase(nameOf(segment.phase), '');
  if ('outside' in segment) return listHeading.outside(nameOf(segment.outside), '');
  return listHeading.flow(toOriginName(segment.from, facts, result, localization), nameOf(segment.to));
}

/** The phases, then the places outside. */
function listWheelPlaces(result: WheelResult, localization: WheelLocalization): PeoplePlace[] {
  const facts = computeWheelFacts(result);
  const ids = [...facts.phases.map(({ id }) => id), ...(result.outside ?? []).flatMap(({ id }) => id ?? [])];
  return ids.map((id) => ({ id, name: toPlaceName(id, facts, result, localization) }));
}

/** The playbook of the phase, or of the one a movement led to. */
function toActions(
  result: WheelResult,
  segment: WheelSegment,
  { tag }: WheelLocalization,
): SuggestedAction[] {
  const id = 'phase' in segment ? segment.phase : 'to' in segment ? segment.to : '';
  return (findPhase(result, id)?.playbook ?? []).map((play) => ({
    id: play.id,
    name: toLocalizedText(play.name, tag, play.id),
    kind: play.action,
    value: play.value,
  }));
}
