import type { WheelModel, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import type { OracleDataset } from '../oracle/types.ts';
import {
  ENGAGEMENT_OUTSIDE,
  ENGAGEMENT_PHASES,
  engagementKind,
  tellEngagement,
  type EngagementStory,
  type Part,
} from './engagement.ts';
import {
  FLYWHEEL_OUTSIDE,
  FLYWHEEL_PHASES,
  flywheelKind,
  tellFlywheels,
  type FlywheelStory,
} from './flywheel.ts';
import {
  computeMetrics,
  computeMomentum,
  daysToNext,
  referredLeads,
  type Period,
} from './flywheel-metrics.ts';
import { measureFriction } from './friction.ts';
import { LIFECYCLE_OUTSIDE, LIFECYCLE_PHASES, isWonBack, lifecycleKind, tellLifecycle } from './lifecycle.ts';
import type { WheelPlant } from './plants.ts';
import { daysOf, medianDays, stayAt, type Reason, type Story } from './stays.ts';
import { toWorld, type World } from './world.ts';

export type { WheelPlant } from './plants.ts';

/** A phase in numbers, with who is in it. */
export interface PhaseAnswer {
  count: number;
  start: number | undefined;
  entered: number | undefined;
  left: number | undefined;
  back: number | undefined;
  medianDays: number | null;
  previousMedianDays: number | null | undefined;
  wonBack: number | undefined;
  ids: string[];
}

/** A net movement between two places. */
export interface FlowAnswer {
  from: string;
  to: string;
  count: number;
  kind: string;
  ids: string[];
}

/** Where somebody is, why, and how they came there. */
export interface PersonAnswer {
  phase: string;
  since: number | null;
  days: number | null;
  reasons: Reason[];
  history: { phase: string; from: number | null; reasons: Reason[] }[];
  score: number | undefined;
  parts: Part[] | undefined;
}

/** Answer to one question; ids as text, sorted. */
export interface WheelAnswer {
  phases: Record<string, PhaseAnswer>;
  outside: Record<string, { count: number; start: number | undefined; ids: string[] }>;
  flows: FlowAnswer[] | undefined;
  movements: { id: string; from: string; to: string; at: number | null }[] | undefined;
  people: Record<string, PersonAnswer>;
  qualification: { mql: number; sal: number; sql: number } | undefined;
  metrics: Record<string, { value: number | null; previous: number | null }> | undefined;
  friction: Record<string, { people: number | null; value: number | null; severity: string }> | undefined;
  momentum: { value: number | null; direction: number | null } | undefined;
  energy: { brought: number | null; previous: number | null } | undefined;
  quickTest: { goalsMet: number; goals: number; faster: boolean | null } | undefined;
}

interface ModelRules {
  phases: readonly string[];
  outside: readonly string[];
  kind: (from: string, to: string) => string;
}

/** Computes a wheel slowly: every person's whole story, instant by instant. */
export function runWheelOracle(
  dataset: OracleDataset,
  model: WheelModel,
  options: WheelOptions,
  plant?: WheelPlant,
): WheelAnswer {
  const world = toWorld(dataset, options, model === 'flywheel', plant);
  if (model === 'lifecycle') return answerLifecycle(world);
  return model === 'engagement' ? answerEngagement(world) : answerFlywheel(world);
}

function answerLifecycle(world: World): WheelAnswer {
  const stories = world.people.map((person) => tellLifecycle(world, person));
  const kind = (from: string, to: string) =>
    lifecycleKind(from, to, world.plant === 'decline-to-retention-is-a-move');
  const answer = toAnswer(world, stories, { phases: LIFECYCLE_PHASES, outside: LIFECYCLE_OUTSIDE, kind });
  const wonBack = stories.filter(
    (story) => stayAt(story, world.now).place === 'retention' && isWonBack(story),
  );
  answer.phases['retention']!.wonBack = wonBack.length;
  return answer;
}

function answerEngagement(world: World): WheelAnswer {
  const stories = world.people.map((person) => tellEngagement(world, person));
  const answer = toAnswer(world, stories, {
    phases: ENGAGEMENT_PHASES,
    outside: ENGAGEMENT_OUTSIDE,
    kind: engagementKind,
  });
  const count = (has: (story: EngagementStory) => boolean) => stories.filter(has).length;
  answer.qualification = {
    mql: count(({ isMql }) => isMql),
    sal: count(({ isSal }) => isSal),
    sql: count(({ isSql }) => isSql),
  };
  for (const { person, score, parts } of stories) {
    const own = answer.people[person.id]!;
    if (own.phase !== 'not-engaged') Object.assign(own, { score, parts });
  }
  return answer;
}

function answerFlywheel(world: World): WheelAnswer {
  const stories = tellFlywheels(world);
  const answer = toAnswer(world, stories, {
    phases: FLYWHEEL_PHASES,
    outside: FLYWHEEL_OUTSIDE,
    kind: flywheelKind,
  });
  const period: Period = { start: world.before!, end: world.now };
  const earlier: Period | undefined =
    world.longBefore! < world.begin ? undefined : { start: world.longBefore!, end: world.before! };
  for (const phase of FLYWHEEL_PHASES) {
    const isLast = phase === 'advocacy';
    answer.phases[phase]!.medianDays = isLast ? null : daysToNext(world, stories, phase, period);
    answer.phases[phase]!.previousMedianDays =
      isLast || !earlier ? null : daysToNext(world, stories, phase, earlier);
  }
  return { ...answer, ...turns(world, stories, period, earlier) };
}

/** Metrics, friction, momentum, energy and the quick test. */
function turns(
  world: World,
  stories: readonly FlywheelStory[],
  period: Period,
  earlier: Period | undefined,
): Pick<WheelAnswer, 'metrics' | 'friction' | 'momentum' | 'energy' | 'quickTest'> {
  const now = computeMetrics(world, stories, period);
  const before = earlier && computeMetrics(world, stories, earlier);
  const momentum = computeMomentum(world, stories, period, earlier);
  const targets = Object.entries(world.options.flywheel?.targets ?? {}).filter(([id]) => id in now);
  const isMet = ([id, target]: [string, number]) => {
    const value = now[id]!.value;
    return value !== null && (id.startsWith('days-to-') ? value <= target : value >= target);
  };
  const points = world.options.flywheel?.friction ?? [];
  return {
    metrics: Object.fromEntries(
      Object.entries(now).map(([id, { value }]) => [id, { value, previous: before?.[id]?.value ?? null }]),
    ),
    friction: Object.fromEntries(
      points.map((point) => {
        const { people, value, severity } = measureFriction(world, stories, point, period);
        return [point.id, { people, value, severity }];
      }),
    ),
    momentum,
    energy: {
      brought: referredLeads(world, period).value,
      previous: earlier ? referredLeads(world, earlier).value : null,
    },
    quickTest: {
      goalsMet: targets.filter(isMet).length,
      goals: targets.length,
      faster: momentum.direction === null ? null : momentum.direction > 0,
    },
  };
}

/** What all three wheels answer: who is where, and who went where. */
function toAnswer(world: World, stories: readonly Story[], rules: ModelRules): WheelAnswer {
  const { now, before } = world;
  const flows = before === undefined ? undefined : flowsOf(stories, before, now, rules);
  return {
    phases: Object.fromEntries(
      rules.phases.map((phase) => [phase, phaseAnswer(world, stories, phase, flows)]),
    ),
    outside: Object.fromEntries(
      rules.outside.map((place) => [
        place,
        {
          count: idsAt(stories, place, now).length,
          start: before === undefined ? undefined : idsAt(stories, place, before).length,
          ids: idsAt(stories, place, now),
        },
      ]),
    ),
    flows,
    movements: before === undefined ? undefined : movementsOf(stories, before, now),
    people: Object.fromEntries(stories.map((story) => [story.person.id, personAnswer(world, story)])),
    qualification: undefined,
    metrics: undefined,
    friction: undefined,
    momentum: undefined,
    energy: undefined,
    quickTest: undefined,
  };
}

function phaseAnswer(
  world: World,
  stories: readonly Story[],
  phase: string,
  flows: readonly FlowAnswer[] | undefined,
): PhaseAnswer {
  const sum = (list: readonly FlowAnswer[] | undefined) =>
    list?.reduce((total, { count }) => total + count, 0);
  const entering = flows?.filter(({ to }) => to === phase);
  return {
    count: idsAt(stories, phase, world.now).length,
    start: world.before === undefined ? undefined : idsAt(stories, phase, world.before).length,
    entered: sum(entering),
    left: sum(flows?.filter(({ from }) => from === phase)),
    back: sum(entering?.filter(({ kind }) => kind === 'return')),
    medianDays: medianDays(world, stories, phase, world.now),
    previousMedianDays:
      world.before === undefined ? undefined : medianDays(world, stories, phase, world.before),
    wonBack: undefined,
    ids: idsAt(stories, phase, world.now),
  };
}

function idsAt(stories: readonly Story[], place: string, at: number): string[] {
  const there = stories.filter((story) => stayAt(story, at).place === place);
  return there.map(({ person }) => String(person.id)).sort();
}

function flowsOf(stories: readonly Story[], before: number, now: number, rules: ModelRules): FlowAnswer[] {
  const places = [...rules.phases, ...rules.outside];
  const flows = places.flatMap((from) =>
    places.flatMap((to): FlowAnswer[] => {
      const isMove = (story: Story) =>
        stayAt(story, before).place === from && stayAt(story, now).place === to;
      const ids = from === to ? [] : stories.filter(isMove).map(({ person }) => String(person.id));
      return ids.length === 0
        ? []
        : [{ from, to, count: ids.length, kind: rules.kind(from, to), ids: ids.sort() }];
    }),
  );
  return sortFlows(flows);
}

/** In one order for both sides; the order they come in is another test's. */
export function sortFlows(flows: readonly FlowAnswer[]): FlowAnswer[] {
  const key = ({ from, to }: FlowAnswer) => `${from} ${to}`;
  return [...flows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function movementsOf(stories: readonly Story[], before: number, now: number): WheelAnswer['movements'] {
  const moved = stories.flatMap((story) => {
    const [from, to] = [stayAt(story, before), stayAt(story, now)];
    return from.place === to.place
      ? []
      : [{ id: String(story.person.id), from: from.place, to: to.place, at: to.from }];
  });
  // The latest first, those who were always there last; equal ones in the order of people.
  return moved.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0);
}

function personAnswer(world: World, story: Story): PersonAnswer {
  const stay = stayAt(story, world.now);
  return {
    phase: stay.place,
    since: stay.from,
    days: daysOf(world, stay, world.now),
    reasons: story.reasons,
    history: story.stays.map(({ place, from, reasons }) => ({ phase: place, from, reasons })),
    score: undefined,
    parts: undefined,
  };
}
