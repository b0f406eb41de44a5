import type { PersonPlace, PlaceReason, WheelModel } from '../schema/wheel.ts';
import { toIso } from './to-iso.ts';
import type { PlaceSink, WheelPlaceList } from './place-table.ts';
import type { WheelContext } from './wheel-context.ts';

/** Something that walks through one person's events and can say, wherever it is, why they are there. */
export interface PlaceWalk {
  walk(person: number, until: number, sink: PlaceSink): void;
  reasonsAt(instant: number): PlaceReason[];
}

/** Where one person is, why, and all places they have been at. */
export function tracePerson(
  model: WheelModel,
  context: WheelContext,
  places: WheelPlaceList,
  walk: PlaceWalk,
  person: number,
): PersonPlace {
  const { store, instants } = context;
  const history: NonNullable<PersonPlace['history']> = [];
  let since = -Infinity;
  walk.walk(person, instants.now, {
    change(place, at) {
      since = at;
      history.push({ phase: places.ids[place]!, from: toIso(at), reasons: walk.reasonsAt(at) });
    },
  });
  const isKnown = since !== -Infinity;
  const { calendar } = store;
  const name = store.personValue(person, 'name');
  return {
    id: store.persons.idOf(person),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    model,
    phase: history.at(-1)!.phase,
    since: toIso(since),
    days: isKnown ? calendar.dayOf(instants.now) - calendar.dayOf(since) : null,
    reasons: walk.reasonsAt(instants.now),
    history,
  };
}
