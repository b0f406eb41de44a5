import { present } from '../present.ts';
import type { FrictionDefinition, FrictionPoint } from '../schema/wheel.ts';
import { flywheelPlaces } from './flywheel-places.ts';
import type { FlywheelRules } from './flywheel-options.ts';
import { measureFriction, type Held } from './measure-friction.ts';
import type { Period } from './period.ts';

const SEVERITIES = ['high', 'medium', 'low', 'unmeasured'] as const;

/**
 * The points of friction of each phase, the worst first: by severity, then by the people they hold up. The caller's
 * replace those of the catalogue with the same id. What has no measure is listed last, as what should be looked at.
 */
export function rankFriction(
  catalog: readonly FrictionDefinition[],
  now: Period,
  before: Period | undefined,
): FrictionPoint[][] {
  const own = now.rules.friction;
  const kept = catalog.filter(({ id }) => !own.some((point) => point.id === id));
  const phases = flywheelPlaces.ids.slice(0, flywheelPlaces.phaseCount);
  return phases.map((phase, index) =>
    [...kept, ...own]
      .filter((point) => point.phase === phase)
      .map((point) => toPoint(point, index, now, before))
      .sort(compareWorst),
  );
}

function toPoint(
  point: FrictionDefinition,
  phase: number,
  now: Period,
  before: Period | undefined,
): FrictionPoint {
  const measured = measure(point, phase, now);
  const { id, name, target } = point;
  const unit = measured ? 'share' : (point.unit ?? 'share');
  const value = measured ? toShare(measured) : (point.value ?? null);
  return {
    id,
    ...present({ name }),
    severity: toSeverity(point, value, unit, now.rules),
    people: value !== null && measured ? measured.held : (point.people ?? null),
    value,
    unit,
    ...(target === undefined ? {} : { target }),
    previous: toPrevious(point, phase, before),
  };
}

/** What a host measured itself is not measured again. */
function measure({ measure, value }: FrictionDefinition, phase: number, period: Period): Held | null {
  if (!measure || (value !== undefined && value !== null)) return null;
  return measureFriction(measure, period, phase);
}

function toPrevious(point: FrictionDefinition, phase: number, before: Period | undefined): number | null {
  const measured = before && measure(point, phase, before);
  return measured ? toShare(measured) : null;
}

function toShare({ held, affected }: Held): number | null {
  return affected === 0 ? null : held / affected;
}

function toSeverity(
  { severity, target }: FrictionDefinition,
  value: number | null,
  unit: string,
  { frictionMedium, frictionHigh }: FlywheelRules,
): FrictionPoint['severity'] {
  if (severity !== undefined) return severity;
  if (value === null) return 'unmeasured';
  if (target !== undefined && target !== null)
    return value <= target ? 'low' : value <= 2 * target ? 'medium' : 'high';
  if (unit !== 'share') return 'low';
  return value >= frictionHigh ? 'high' : value >= frictionMedium ? 'medium' : 'low';
}

function compareWorst(a: FrictionPoint, b: FrictionPoint): number {
  const rank = ({ severity }: FrictionPoint) => SEVERITIES.indexOf(severity);
  return rank(a) - rank(b) || (b.people ?? -1) - (a.people ?? -1);
}
