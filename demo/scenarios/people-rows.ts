import type { PersonRow } from '../../src/engine/schema/index.ts';

const SOURCES = ['Website', 'Referral', 'Walk-in'];
const HOUR = 3_600_000;

/** The one person with a number: everything about them follows from it. */
export function makePerson(number: number): PersonRow {
  // Within a month, whoever it is.
  const hours = (number % 600) * HOUR;
  return {
    id: number,
    name: `Client ${String(number + 1).padStart(3, '0')}`,
    email: `client${number + 1}@example.com`,
    phone: '+33 1 00 00 00 00',
    source: SOURCES[number % SOURCES.length] ?? null,
    leadStage: number % 2 ? 'New' : 'Contacted',
    tags: number % 4 ? [] : ['VIP'],
    consent: { email: number % 5 !== 1, sms: number % 3 === 0 },
    enteredAt: new Date(Date.UTC(2026, 9, 30) - hours).toISOString(),
    lastContactedAt: number % 3 ? new Date(Date.UTC(2026, 9, 31) - hours).toISOString() : null,
    matched: { lead: '2026-10-01T08:00:00Z', contact: '2026-10-02T08:00:00Z', checkout: null },
    next: { step: 'checkout', action: { en: 'Send the price list', fr: 'Envoyer les tarifs' } },
  };
}

/** Names that try to break a list: markup, marks that turn the direction, nothing, no end. No emoji: each machine draws its own. */
export const HOSTILE_ROWS: readonly PersonRow[] = [
  '<b>Bold</b> & <img src=x onerror=alert(1)>',
  'abc \u202Edef\u202C ghi',
  '\u2067עברית\u2069 (he)',
  '',
  '   ',
  'Z\u0351\u036B\u0343a\u0305\u0326l\u034Cg\u0321o\u0489',
  'Donaudampfschifffahrtsgesellschaftskapitänswitwe '.repeat(4).trim(),
  'x'.repeat(10_000),
].map((name, number) => ({ ...makePerson(number), name, tags: [name.slice(0, 40)] }));
