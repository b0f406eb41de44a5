import type { FunnelResult, PersonRow, ResultStep, Segment } from '../../engine/schema/index.ts';
import { toLocalizedText, type Localization, type Subject } from '../../i18n/index.ts';
import type { FilterValue, PropertyFilter } from './people-list.ts';
import { toInstant } from './people-list.ts';
import type { ChosenValue } from './choices.ts';
import type { RequestRecord } from './request-lifecycle.ts';

const DAY = 86_400_000;

/** What the texts of a list depend on besides the language. */
export interface PeopleContext {
  localization: Localization;
  result: FunnelResult | undefined;
  segment: Segment | undefined;
  /** *Now*, epoch ms. */
  now: number;
  timeZone: string | undefined;
}

function findStep(result: FunnelResult | undefined, id: string): ResultStep | undefined {
  return result?.steps.find((step, index) => (step.id ?? String(index)) === id);
}

/** The name of a step; its id where the result does not say. */
export function formatStepName(context: PeopleContext, id: string): string {
  return toLocalizedText(findStep(context.result, id)?.name, context.localization.tag, id);
}

function formatBase(context: PeopleContext, id: string): string | undefined {
  const { result, localization } = context;
  const step = findStep(result, id);
  if (!result || !step) return undefined;
  const before = result.steps[result.steps.indexOf(step) - 1];
  const base = step.base ?? before?.id ?? undefined;
  if (base === undefined || base === null) return before && toLocalizedText(before.name, localization.tag);
  const ids = Array.isArray(base) ? base : [base];
  return localization.format.either(ids.map((one) => formatStepName(context, one)));
}

function formatOutcome(context: PeopleContext, segment: Segment): string {
  const words = context.localization.messages.people;
  const step = findStep(context.result, segment.step);
  const name = formatStepName(context, segment.step);
  const base = formatBase(context, segment.step);
  switch (segment.outcome) {
    case 'entered':
      return base ? words.pathEntered(base) : words.pathEntered(name);
    case 'converted':
      return words.pathConverted(base, name);
    case 'dropped':
      return step?.bounded === false ? words.pathNotYet(base, name) : words.pathDropped(base, name);
    case 'open':
      return words.pathOpen(base, name);
    case 'skipped':
      return words.pathSkipped(base, name);
    default: {
      const outcome = step?.outcomes?.find((one) => one.id === segment.outcome);
      return words.pathOutcome(
        base,
        name,
        toLocalizedText(outcome?.name, context.localization.tag, segment.outcome),
      );
    }
  }
}

/** The words of a value: as the host wrote it, unless the package knows it. */
export function formatValue(context: PeopleContext, property: string, value: FilterValue): string {
  const { messages, format } = context.localization;
  if (value === null) return messages.people.noValue;
  if (property === 'next') return formatStepName(context, String(value));
  if (typeof value === 'boolean') return value ? messages.people.yes : messages.people.no;
  if (typeof value === 'number') return format.number(value);
  return messages.chart.value(property, value) ?? value;
}

/** A field name of the host's as words: `homeClub` → `Home club`. */
export function toWords(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  return words === name
    ? name.charAt(0).toUpperCase() + name.slice(1)
    : words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** The words of a property. */
export function formatProperty(context: PeopleContext, property: string): string {
  const { people, chart } = context.localization.messages;
  if (property === 'next') return people.propertyNext;
  if (property === 'source' || property === 'leadStage' || property === 'tags')
    return people.columns[property];
  const name = property.replace(/^person\./, '');
  const known = chart.property(name);
  return known === name ? toWords(name) : known;
}

/** A filter in words: `Source: Website`. */
export function formatFilter(context: PeopleContext, filter: PropertyFilter): string {
  const { people } = context.localization.messages;
  return people.filteredBy(
    formatProperty(context, filter.property),
    formatValue(context, filter.property, filter.value),
  );
}

function formatGroup(context: PeopleContext, group: Segment['group']): string | undefined {
  const words = context.localization.messages.people;
  if (group === undefined) return undefined;
  if (group !== null && typeof group === 'object' && !Array.isArray(group)) return words.otherGroup;
  const property = context.result?.breakdown?.property ?? '';
  const properties = Array.isArray(property) ? property : [property];
  const values = Array.isArray(group) ? group : [group];
  return values.map((value, index) => formatValue(context, properties[index] ?? '', value)).join(', ');
}

/** Where the people stand: "Leads contacted → lost before Checkout page viewed · Website". */
export function formatPath(context: PeopleContext): string {
  const { segment, localization } = context;
  if (!segment) return localization.messages.people.heading;
  const parts = [formatOutcome(context, segment), formatGroup(context, segment.group)];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** What the funnel of a list counts. */
export function getSubject(context: PeopleContext): Subject {
  return context.result?.subject ?? 'person';
}

/** "840 people", "12 memberships". */
export function formatPeople(context: PeopleContext, count: number, subject: Subject = 'person'): string {
  const { messages, format } = context.localization;
  return messages.people.people({ n: count, text: format.number(count) }, subject);
}

/** The name a row goes by. */
export function formatName(context: PeopleContext, row: PersonRow): string {
  return row.name || row.email || context.localization.messages.people.unnamed(String(row.id));
}

/** The contact under the name, where it is not the name already. */
export function formatContact(row: PersonRow): string {
  const contact = row.email || row.phone || '';
  return row.name ? contact : row.email ? (row.phone ?? '') : contact;
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

/** Whole days since an instant; undefined where there is none. */
export function computeDays(
  context: PeopleContext,
  instant: string | number | null | undefined,
): number | undefined {
  const since = toInstant(instant);
  return since === undefined ? undefined : Math.max(0, Math.floor((context.now - since) / DAY));
}

/** "34 days"; "today" on the first. */
export function formatDays(context: PeopleContext, instant: string | number | null | undefined): string {
  const days = computeDays(context, instant);
  if (days === undefined) return '';
  const { messages, format } = context.localization;
  return days === 0 ? messages.people.today : messages.people.days({ n: days, text: format.number(days) });
}

/** The name of the next step; what the list says of those who have none. */
export function formatNext(context: PeopleContext, row: PersonRow): string {
  if (row.next === undefined) return '';
  const { messages, tag } = context.localization;
  if (!row.next?.step) return messages.people.noNext;
  return toLocalizedText(row.next.name, tag) || formatStepName(context, row.next.step);
}

/** What is planned or advised for the next step: the booking if there is one, else the suggestion. */
export function formatNextDetail(context: PeopleContext, row: PersonRow): string {
  const { messages, tag } = context.localization;
  if (!row.next) return '';
  const { scheduledAt, action } = row.next;
  if (scheduledAt) return messages.people.scheduled(formatDateTime(context, scheduledAt));
  return toLocalizedText(action, tag);
}

/** The words of what was chosen, in the language the reader has now. */
export function formatChoice(context: PeopleContext, { label, name }: ChosenValue): string {
  return name === undefined ? label : toLocalizedText(name, context.localization.tag, label);
}

/** What happened to a request, as a sentence. */
export function formatRequest(context: PeopleContext, record: RequestRecord): string {
  const { messages, format } = context.localization;
  const words = messages.people.request[record.kind];
  const what = format.list(record.values.map((value) => messages.quote(formatChoice(context, value))));
  const people = formatPeople(context, record.count, getSubject(context));
  const title = `${words.action} ${what}`;
  switch (record.phase) {
    case 'running':
      return words.running(people, what);
    case 'done':
      return words.done(people, what);
    case 'partial': {
      const failed = record.failed.length;
      return words.partial(
        formatPeople(context, record.count - failed, getSubject(context)),
        format.number(failed),
        what,
      );
    }
    case 'failed':
      return words.failed(people, what);
    case 'undone':
      return words.undone(people, what);
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
