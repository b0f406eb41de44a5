import type { PeopleDescription } from '../../controllers/people-host.ts';
import type { PersonRow } from '../../engine/schema/index.ts';
import { toLocalizedText, type Localization, type Subject } from '../../i18n/index.ts';
import { formatPropertyValue, isolateText } from '../../i18n/people-values.ts';
import type { ChosenValue } from './choices.ts';
import { toInstant, type FilterValue, type PropertyFilter } from './people-list.ts';
import { countDone, countTarget, countUndone, type RequestRecord } from './request-lifecycle.ts';

const DAY = 86_400_000;

/** What the texts of a list depend on. */
export interface PeopleContext {
  localization: Localization;
  /** What the host says about the people; undefined where there is none, or it has not loaded yet. */
  description: PeopleDescription | undefined;
  /** *Now*, epoch ms. */
  now: number;
  timeZone: string | undefined;
}

/** The name of a place of the host, such as a step; its id where the host does not say. */
export function formatPlace({ description, localization }: PeopleContext, id: string): string {
  const place = description?.places.find((one) => one.id === id);
  return toLocalizedText(place?.name, localization.tag, id);
}

/** The words of a value: as the host wrote it, unless the package knows it. */
export function formatValue(context: PeopleContext, property: string, value: FilterValue): string {
  if (property === 'next' && value !== null) return formatPlace(context, String(value));
  return formatPropertyValue(context.localization, property, value);
}

/** The words of a property. */
export function formatProperty(context: PeopleContext, property: string): string {
  const { messages } = context.localization;
  if (property === 'next') return messages.people.propertyNext;
  if (property === 'source' || property === 'leadStage' || property === 'tags')
    return messages.people.columns[property];
  return messages.property(property);
}

/** A filter in words: `Source: Website`. */
export function formatFilter(context: PeopleContext, filter: PropertyFilter): string {
  const { people } = context.localization.messages;
  return people.filteredBy(
    formatProperty(context, filter.property),
    isolateText(formatValue(context, filter.property, filter.value)),
  );
}

/** The title where nothing else is wanted: where the people stand. */
export function formatHeading({ description, localization }: PeopleContext): string {
  return description?.heading ?? localization.messages.people.heading;
}

/** What the rows of a list are. */
export function getSubject({ description }: PeopleContext): Subject {
  return description?.subject ?? 'person';
}

/** "840 people", "12 memberships". */
export function formatPeople(context: PeopleContext, count: number, subject: Subject = 'person'): string {
  const { messages, format } = context.localization;
  return messages.people.people({ n: count, text: format.number(count) }, subject);
}

/** Whether a text has anything to be seen: blanks and marks of direction alone have not. */
function isVisible(text: string | null | undefined): text is string {
  return typeof text === 'string' && /[^\s\p{Cf}]/u.test(text);
}

/** The name a row goes by. */
export function formatName(context: PeopleContext, row: PersonRow): string {
  if (isVisible(row.name)) return row.name;
  return isVisible(row.email) ? row.email : context.localization.messages.people.unnamed(String(row.id));
}

/** The contact under the name, where it is not the name already. */
export function formatContact(row: PersonRow): string {
  const contact = row.email || row.phone || '';
  return isVisible(row.name) ? contact : row.email ? (row.phone ?? '') : contact;
}

/** A date in the studio's time zone; empty where there is none. */
export function formatDate(context: PeopleContext, instant: string | number | null | undefined): string {
  if (toInstant(instant) === undefined) return '';
  return context.localization.format.date(instant ?? '', context.timeZone);
}

/** Date and time in the studio's time zone. */
export function formatDateTime(context: PeopleContext, instant: string | number): string {
  return context.localization.format.dateTime(instant, context.timeZone);
}

/** Whole days since someone came to stand here; undefined where that is not known, or nothing is waited for any more. */
export function computeDays(context: PeopleContext, row: PersonRow): number | undefined {
  const since = row.next === null ? undefined : toInstant(row.enteredAt);
  return since === undefined ? undefined : Math.max(0, Math.floor((context.now - since) / DAY));
}

/** "34 days"; "today" on the first. */
export function formatDays(context: PeopleContext, row: PersonRow): string {
  const days = computeDays(context, row);
  if (days === undefined) return '';
  const { messages, format } = context.localization;
  return days === 0 ? messages.people.today : messages.people.days({ n: days, text: format.number(days) });
}

/** The name of the next step; what the list says of those who have none. */
export function formatNext(context: PeopleContext, row: PersonRow): string {
  if (row.next === undefined) return '';
  const { messages, tag } = context.localization;
  if (!row.next?.step) return messages.people.noNext;
  return toLocalizedText(row.next.name, tag) || formatPlace(context, row.next.step);
}

/** What is planned or advised for the next step: the booking if there is one, else the suggestion. */
export function formatNextDetail(context: PeopleContext, row: PersonRow): string {
  const { messages, tag } = context.localization;
  if (!row.next) return '';
  const { scheduledAt, action } = row.next;
  if (scheduledAt) return messages.people.scheduled(formatDateTime(context, scheduledAt));
  return toLocalizedText(action, tag);
}

/** What is known of someone's consent, a text for each channel: "E-mail: yes". */
export function formatConsent({ localization: { messages } }: PeopleContext, row: PersonRow): string[] {
  const words = messages.people;
  const answers = [
    [words.consentEmail, row.consent?.email],
    [words.consentSms, row.consent?.sms],
  ] as const;
  return answers.flatMap(([name, given]) =>
    given === undefined ? [] : [`${name}${messages.colon}${given ? words.yes : words.no}`],
  );
}

/** The words of what was chosen, in the language the reader has now. */
export function formatChoice(context: PeopleContext, { label, name }: ChosenValue): string {
  return name === undefined ? label : toLocalizedText(name, context.localization.tag, label);
}

/** What happened to a request, as a sentence. */
export function formatRequest(context: PeopleContext, record: RequestRecord): string {
  const { messages, format } = context.localization;
  const words = messages.people.request[record.kind];
  const what = format.list(
    record.values.map((value) => messages.quote(isolateText(formatChoice(context, value)))),
  );
  const toPeople = (count: number) => formatPeople(context, count, getSubject(context));
  const people = toPeople(record.count);
  const title = `${words.action} ${what}`;
  switch (record.phase) {
    case 'running':
      return words.running(toPeople(countTarget(record)), what);
    case 'done':
      return words.done(people, what);
    case 'partial':
      return words.partial(toPeople(countDone(record)), format.number(record.failed.length), what);
    case 'failed':
      return words.failed(people, what);
    case 'undone':
      return words.undone(toPeople(countUndone(record)), what);
    case 'undo-partial':
      return messages.people.undoPartial(
        words.undone(toPeople(countUndone(record)), what),
        toPeople(record.undoFailed.length),
      );
    case 'undoing':
      return messages.people.undoing(title);
    case 'undo-failed':
      return messages.people.undoFailed(title);
    case 'cancelled':
      return messages.people.cancelled(title);
    case 'refused':
      return messages.people.refused(title);
    case 'unanswered':
      return messages.people.unanswered(title);
  }
}
