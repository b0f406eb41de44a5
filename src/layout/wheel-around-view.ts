import type { WheelResult } from '../engine/schema/wheel.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import { toSafeHref } from './safe-href.ts';
import type { WheelViewContext } from './wheel-view-context.ts';
import type { WheelViewModel } from './wheel-view.ts';
import { readThreshold, toPeopleWords, toPhaseName, toPlaceName, toWheelCount } from './wheel-words.ts';

/** The places outside of the wheel. */
export function toOutside({ result, facts, localization }: WheelViewContext): WheelViewModel['outside'] {
  return (result.outside ?? []).map((place, index) => {
    const id = place.id ?? String(index);
    const name = toPlaceName(id, facts, result, localization);
    const people =
      place.count === null ? localization.wheel.unknown : toPeopleWords(place.count, localization);
    const months = id === 'former' ? readThreshold(result, 'formerMonths') : undefined;
    return {
      id,
      name,
      rule: months === undefined ? '' : localization.wheel.formerRule(toWheelCount(months, localization)),
      label: localization.wheel.outsideName(name, people),
      count: place.count === null ? '—' : localization.format.number(place.count),
      people: place.count ?? undefined,
      segment: { outside: id },
    };
  });
}

/** Leads by how ready they are to buy. */
export function toQualification(
  { qualification }: WheelResult,
  { wheel, format }: WheelLocalization,
): WheelViewModel['qualification'] {
  if (!qualification) return [];
  const { mql, sal, sql } = qualification;
  return [
    { name: wheel.mql, count: format.number(mql), rule: wheel.mqlRule },
    { name: wheel.sal, count: format.number(sal), rule: wheel.salRule },
    { name: wheel.sql, count: format.number(sql), rule: wheel.sqlRule },
  ];
}

/** The heads of the two halves, where the model has them. */
export function toHalves(
  { model, phases }: WheelResult,
  { wheel }: WheelLocalization,
): WheelViewModel['halves'] {
  return model === 'engagement' && phases.length % 2 === 0
    ? { before: wheel.before, after: wheel.after }
    : undefined;
}

/** A total that lacks a phase says so. */
function toMissingWords({ facts, localization }: WheelViewContext): string {
  const missing = facts.phases.filter(({ count }) => count === undefined);
  if (missing.length === 0) return '';
  const names = missing.map((phase) => toPhaseName(phase, localization));
  return ` (${localization.wheel.without(localization.format.list(names))})`;
}

/** Who, when, compared with what. */
export function toScope(context: WheelViewContext): string {
  const { result, facts, localization } = context;
  const { wheel, format } = localization;
  const { asOf, comparedTo, timeZone } = result;
  const parts = [
    facts.isEmpty ? '' : toPeopleWords(facts.total, localization) + toMissingWords(context),
    asOf === undefined || asOf === null ? '' : wheel.scopeAsOf(format.date(asOf, timeZone)),
    comparedTo === undefined || comparedTo === null
      ? ''
      : wheel.scopeSince(format.date(comparedTo, timeZone)),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What is not set up, with a way to do it. */
export function toNotices({ notices }: WheelResult, { wheel }: WheelLocalization): WheelViewModel['notices'] {
  return (notices ?? []).map(({ code, href }) => ({ text: wheel.notice(code), href: toSafeHref(href) }));
}

/** The footnotes. */
export function toNotes({ result, facts, localization, options }: WheelViewContext): string[] {
  const { wheel, format } = localization;
  const { asOf, timeZone } = result;
  const date = asOf === undefined || asOf === null ? '' : format.dateTime(asOf, timeZone);
  const origin = [
    result.origin === 'computed' ? wheel.computedHere : wheel.supplied,
    date && !options.asOfIsClock ? wheel.asOf(date) : '',
    timeZone ? wheel.timeZone(timeZone) : '',
  ];
  const notes = [
    facts.flows?.some(({ kind }) => kind === 'bring') ? wheel.bringNote : '',
    `${origin.filter(Boolean).join(' · ')}.`,
  ];
  return notes.filter(Boolean);
}
