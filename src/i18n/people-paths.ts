/** Where people came from, and where they went: "Leads contacted → Checkout page viewed". */
export function joinPath(base: string | undefined, rest: string): string {
  return base ? `${base} → ${rest}` : rest;
}

/** The same where the end is a phrase of its own: it begins with a capital where no step precedes it. */
export function formatPathEnd(base: string | undefined, rest: string): string {
  return joinPath(base, base ? rest : rest.charAt(0).toLocaleUpperCase() + rest.slice(1));
}
