import type { Draws } from './random.ts';
import type { DiaryEntry, Journey, StudioBook } from './studio-book.ts';
import { DAY, HOUR, MINUTE, SECOND, addMonths, wallTime, type WallTime } from './studio-time.ts';

/** The first newsletter; one follows each month. */
const FIRST_NEWSLETTER = wallTime('2024-12-03T10:00');
const FIRST_PUSH = wallTime('2024-12-17T18:00');

/** Days after they were first seen on which leads get the messages of welcome. */
const WELCOME = [0.2, 3, 7, 13, 20];

/** Share of the messages of a kind that are opened at all, and of the opened ones that are clicked. */
const RATES = {
  email: { open: 1, click: 0.2 },
  sms: { open: 1.6, click: 0.12 },
  push: { open: 0.7, click: 0.3 },
} as const;
type Medium = keyof typeof RATES;

/** What a person opens, clicks and answers of what the studio sends. */
export function readMessages(book: StudioBook, draws: Draws, journey: Journey, isKeen: boolean): void {
  const eagerness = Math.min(0.85, draws.habit(3, 0.12) + (isKeen ? 0.45 : 0));
  const contacts = journey.diary.filter(({ type }) => type === 'contact');
  for (const contact of contacts) readContact(book, draws, journey, contact, eagerness);
  readWelcome(book, draws, journey, eagerness, isKeen);
  readSeries(book, draws, journey, 'email', FIRST_NEWSLETTER, eagerness * 0.8);
  if (journey.isMember) readSeries(book, draws, journey, 'push', FIRST_PUSH, eagerness);
}

function readContact(
  book: StudioBook,
  draws: Draws,
  journey: Journey,
  { at, row }: DiaryEntry,
  eagerness: number,
): void {
  const { channel, purpose } = row;
  if (channel === 'email' || channel === 'sms')
    read(book, draws, journey, channel, at, eagerness, String(purpose));
  const answer = purpose === 'win-back' ? 0.07 : 0.04;
  if (draws.chance(answer))
    book.add('campaign-reply', journey, at + 20 * MINUTE + draws.wait(DAY), { purpose });
}

/** The messages to new leads, read while the interest is fresh; answered now and then. */
function readWelcome(
  book: StudioBook,
  draws: Draws,
  journey: Journey,
  eagerness: number,
  isKeen: boolean,
): void {
  const { entry, person } = journey;
  if (!person.leadCreatedAt || !person.consent.email) return;
  for (const day of WELCOME)
    read(book, draws, journey, 'email', entry + day * DAY, eagerness * 1.3, 'welcome');
  if (draws.chance(isKeen ? 0.8 : eagerness * 0.2))
    book.add('campaign-reply', journey, entry + draws.wait(9 * DAY), { purpose: 'welcome' });
}

/** The monthly messages to those who agreed to them; interest fades when nothing keeps it alive. */
function readSeries(
  book: StudioBook,
  draws: Draws,
  journey: Journey,
  medium: Medium,
  first: WallTime,
  eagerness: number,
): void {
  if (medium === 'email' && !journey.person.consent.email) return;
  for (let month = 0, at = first; at < book.asOf; at = addMonths(first, ++month)) {
    if (at < journey.entry) continue;
    read(book, draws, journey, medium, at, eagerness * interestAt(journey, at), 'newsletter');
  }
}

/** 1 for those who came within six weeks, less for the others and less and less with time. */
function interestAt({ entry, checkIns }: Journey, at: WallTime): number {
  const last = checkIns.reduce((latest, time) => (time <= at ? Math.max(latest, time) : latest), entry);
  return Math.max(0.12, 2 ** (-Math.max(0, at - last - 42 * DAY) / (75 * DAY)));
}

function read(
  book: StudioBook,
  draws: Draws,
  journey: Journey,
  medium: Medium,
  sentAt: WallTime,
  eagerness: number,
  purpose: string,
): void {
  const { open, click } = RATES[medium];
  if (!draws.chance(Math.min(0.95, eagerness * open))) return;
  const openedAt = sentAt + 2 * MINUTE + draws.wait(medium === 'email' ? 14 * HOUR : HOUR);
  book.add(`${medium}-open`, journey, openedAt, { purpose });
  if (!draws.chance(click)) return;
  const clickedAt = openedAt + draws.integer(5, 90) * SECOND;
  book.add(`${medium}-click`, journey, clickedAt, { purpose });
  if (draws.chance(0.9)) book.add('site-visit', journey, clickedAt + 3 * SECOND, { from: medium });
}
