/** Dated columns of a person and the events they stand for, in column order (data.md, "people"). */
export const DATED_COLUMNS: readonly (readonly [column: string, type: string])[] = [
  ['createdAt', 'client'],
  ['leadCreatedAt', 'lead'],
  ['lastContactedAt', 'contact'],
  ['convertedToCustomerAt', 'conversion'],
];

/** Places of dated columns lie below those of all tables, so that they come first at one instant. */
const FIRST_PLACE = -(2 ** 31);

/** Place of a person's dated column. */
export function placeOfDated(person: number, column: number): number {
  return FIRST_PLACE + person * DATED_COLUMNS.length + column;
}

/** Whose dated column a place below 0 is, and which. */
export function readDatedPlace(place: number): { person: number; column: number } {
  const number = place - FIRST_PLACE;
  const column = number % DATED_COLUMNS.length;
  return { person: (number - column) / DATED_COLUMNS.length, column };
}
