import type { FrictionDefinition } from '../../../src/engine/schema/wheel.ts';
import { isMissing } from '../oracle/conditions.ts';
import type { OracleEvent } from '../oracle/types.ts';
import { paidEvents, signUpAt } from './customer.ts';
import { CUSTOMER_PHASES, FLYWHEEL_PHASES, type FlywheelStory } from './flywheel.ts';
import { didIn, isAnywhere, isPaidAnywhere, visitTests, type Period } from './flywheel-metrics.ts';
import { daysOf, stayAt } from './stays.ts';
import { addDays, instantsOf, isTrue, type World } from './world.ts';

/** A point of friction in numbers; null: not to be told. */
export interface Friction {
  id: string;
  people: number | null;
  value: number | null;
  severity: string;
}

/** The stories a measure is about, and those of them that are held up; null where the data cannot tell. */
type Held = { affected: FlywheelStory[]; held: (story: FlywheelStory) => boolean } | null;

const OPENS = ['email-open', 'sms-open', 'push-open'];
const CLICKS = ['email-click', 'sms-click', 'push-click'];

/** A point's numbers (SYSTEMS section 3, "Friction"). */
export function measureFriction(
  world: World,
  stories: readonly FlywheelStory[],
  point: FrictionDefinition,
  period: Period,
): Friction {
  const measured = point.measure ? measure(world, stories, point, period) : null;
  const held = measured && measured.affected.filter(measured.held).length;
  const affected = measured?.affected.length ?? 0;
  const value = point.value !== undefined ? point.value : measured && affected > 0 ? held! / affected : null;
  const people = point.people !== undefined ? point.people : affected > 0 ? held : null;
  return { id: point.id, people, value, severity: severityOf(world, point, value) };
}

function severityOf(world: World, point: FrictionDefinition, value: number | null): string {
  const { frictionMedium = 0.1, frictionHigh = 0.3 } = world.options.flywheel ?? {};
  if (point.severity) return point.severity;
  if (value === null) return 'unmeasured';
  if (point.target !== undefined && point.target !== null)
    return value <= point.target ? 'low' : value <= 2 * point.target ? 'medium' : 'high';
  if ((point.unit ?? 'share') !== 'share') return 'low';
  return value >= frictionHigh ? 'high' : value >= frictionMedium ? 'medium' : 'low';
}

function measure(
  world: World,
  stories: readonly FlywheelStory[],
  point: FrictionDefinition,
  period: Period,
): Held {
  switch (point.measure) {
    case 'abandoned-carts':
      return abandonedCarts(world, stories, period);
    case 'uncontacted-leads':
      return uncontactedLeads(world, stories, period);
    case 'opened-not-clicked':
      return openedNotClicked(world, stories, point.phase, period);
    case 'no-first-visit':
      return noFirstVisit(world, stories, period);
    case 'intro-not-followed':
      return introNotFollowed(world, stories, period);
    case 'failed-payments':
      return failedPayments(world, stories, period);
    case 'low-survey':
      return lowSurvey(world, stories, period);
    case 'silent-promoters':
      return silentPromoters(world, stories, period);
    default:
      return stayed(world, stories, point.phase, period);
  }
}

function isThere(world: World, types: readonly string[], property?: string): boolean {
  return world.everybody.some(({ events }) =>
    events.some(
      ({ type, props }) => types.includes(type) && (property === undefined || !isMissing(props[property])),
    ),
  );
}

const paidOf = (world: World, { person }: FlywheelStory): OracleEvent[] =>
  paidEvents(world, person, world.options.flywheel?.purchases);

const isAt = (story: FlywheelStory, places: readonly string[], at: number) =>
  places.includes(stayAt(story, at).place);

function abandonedCarts(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isThere(world, ['checkout-view'], 'abandonedCart')) return null;
  const last = (story: FlywheelStory) =>
    didIn(world, story, ['checkout-view'], period).findLast(({ props }) => isTrue(props['abandonedCart']));
  return {
    affected: stories.filter((story) => last(story)),
    held: (story) => !story.customer.purchases.some((at) => at >= last(story)!.instant && at <= period.end),
  };
}

function uncontactedLeads(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isThere(world, ['lead']) || !isThere(world, ['contact'])) return null;
  const days = world.options.flywheel?.contactDays ?? 2;
  const last = (story: FlywheelStory) => didIn(world, story, ['lead'], period).at(-1)?.instant;
  const isDue = (at: number | undefined) => at !== undefined && addDays(world, at, days) <= period.end;
  return {
    affected: stories.filter((story) => isDue(last(story))),
    held: (story) =>
      !instantsOf(world, story.person, ['contact']).some((at) => at >= last(story)! && at <= period.end),
  };
}

function openedNotClicked(
  world: World,
  stories: readonly FlywheelStory[],
  phase: string,
  period: Period,
): Held {
  if (!isThere(world, OPENS) || !isThere(world, CLICKS)) return null;
  const there = world.plant === 'friction-of-everybody' ? FLYWHEEL_PHASES : [phase];
  return {
    affected: stories.filter(
      (story) => isAt(story, there, period.end) && didIn(world, story, OPENS, period).length > 0,
    ),
    held: (story) => didIn(world, story, CLICKS, period).length === 0,
  };
}

function noFirstVisit(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isAnywhere(world, visitTests(world))) return null;
  const days = world.options.flywheel?.firstVisitDays ?? 14;
  const signUp = (story: FlywheelStory) => signUpAt(story.customer, period.end)!;
  return {
    affected: stories.filter(
      (story) =>
        isAt(story, ['adoption'], period.end) &&
        Number.isFinite(signUp(story)) &&
        addDays(world, signUp(story), days) <= period.end,
    ),
    held: (story) => !story.customer.visits.some((at) => at >= signUp(story) && at <= period.end),
  };
}

function introNotFollowed(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isPaidAnywhere(world, 'intro')) return null;
  const days = world.options.flywheel?.introDays ?? 30;
  const isIntro = ({ props }: OracleEvent) => isTrue(props['intro']);
  const last = (story: FlywheelStory) =>
    paidOf(world, story).findLast((event) => isIntro(event) && event.instant <= period.end)?.instant;
  const isDue = (at: number | undefined) => {
    if (at === undefined) return false;
    const due = addDays(world, at, days);
    return due > period.start && due <= period.end;
  };
  return {
    affected: stories.filter((story) => isDue(last(story))),
    held: (story) =>
      !paidOf(world, story).some(
        (event) => !isIntro(event) && event.instant >= last(story)! && event.instant <= period.end,
      ),
  };
}

function failedPayments(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isThere(world, ['payment-failed'])) return null;
  return {
    affected: stories.filter((story) => isAt(story, CUSTOMER_PHASES, period.end)),
    held: (story) => {
      const last = didIn(world, story, ['payment-failed'], period).at(-1)?.instant;
      if (last === undefined) return false;
      return !paidOf(world, story).some(({ instant }) => instant > last && instant <= period.end);
    },
  };
}

function lastScore(world: World, story: FlywheelStory, period: Period): number | undefined {
  const scores = didIn(world, story, ['survey'], period).map(({ props }) => props['score']);
  const known = scores.filter((score) => !isMissing(score) && Number.isFinite(Number(score)));
  return known.length === 0 ? undefined : Number(known.at(-1));
}

function lowSurvey(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isThere(world, ['survey'], 'score')) return null;
  return {
    affected: stories.filter((story) => lastScore(world, story, period) !== undefined),
    held: (story) => lastScore(world, story, period)! <= 6,
  };
}

function silentPromoters(world: World, stories: readonly FlywheelStory[], period: Period): Held {
  if (!isThere(world, ['survey'], 'score')) return null;
  return {
    affected: stories.filter((story) => (lastScore(world, story, period) ?? 0) >= 9),
    held: ({ acts }) => !acts.some(({ at }) => at <= period.end),
  };
}

function stayed(world: World, stories: readonly FlywheelStory[], phase: string, period: Period): Held {
  const next = FLYWHEEL_PHASES[FLYWHEEL_PHASES.indexOf(phase) + 1];
  const target = next && world.options.flywheel?.targets?.[`days-to-${next}`];
  if (target === undefined) return null;
  const days = (story: FlywheelStory) => daysOf(world, stayAt(story, period.end), period.end);
  return {
    affected: stories.filter((story) => isAt(story, [phase], period.end)),
    held: (story) => (days(story) ?? Infinity) > Number(target),
  };
}
