const known = new Map<string, boolean>();

/** Whether the platform knows a time zone; asked once a name, as finding out costs more than formatting a date. */
export function isTimeZone(name: string): boolean {
  let isKnown = known.get(name);
  if (isKnown === undefined) known.set(name, (isKnown = tryTimeZone(name)));
  return isKnown;
}

function tryTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
