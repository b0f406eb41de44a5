import type { PersonPlace, WheelModel, WheelResult } from '../schema/wheel.ts';
import type { PlaceTable, WheelPlaceList } from './place-table.ts';
import type { WheelContext } from './wheel-context.ts';

/** A computed wheel, kept so that its people can be asked for. */
export interface WheelRun {
  model: WheelModel;
  context: WheelContext;
  places: WheelPlaceList;
  /** Instants: the earlier ones first, now last. */
  table: PlaceTable;
  result: WheelResult;
  /** Score of everybody, where the model has one. */
  scores?: Float64Array;
  /** 1 for those who came back after a contact. */
  wonBack?: Uint8Array;
  /** A flow that no change of place is: whom clients brought. Dense indexes of those the dataset knows. */
  brought?: { from: string; to: string; people: readonly number[] };
  /** Where one person is, why, and how they came there. */
  placeOf(person: number): PersonPlace;
}
