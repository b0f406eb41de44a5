/** The id of a step of a result; one without an id has its number for one, from 1. Without a schema, so that pages have it at once. */
export function toStepId({ id }: { id?: string | undefined }, index: number): string {
  return id ?? String(index + 1);
}
