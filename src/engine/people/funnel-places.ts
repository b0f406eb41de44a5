import type { FunnelDefinition, FunnelPlaces, RunOptions } from '../schema/index.ts';
import type { FunnelSession } from '../session.ts';

const OUTCOMES = ['converted', 'open', 'dropped'] as const;

/**
 * Where on a funnel some people are: how many of them did each step, may still do it, or were lost there. Of a funnel of
 * memberships the persons are counted.
 */
export function computeFunnelPlaces(
  session: FunnelSession,
  definition: FunnelDefinition,
  options: RunOptions,
  ids: Iterable<string | number>,
): FunnelPlaces {
  const wanted = new Set(ids);
  return definition.steps.flatMap(({ id: step }) =>
    OUTCOMES.map((outcome) => {
      const found = session.ids(definition, options, { step, outcome }, { as: 'client' });
      return { step, outcome, count: found.filter((id) => wanted.has(id)).length };
    }),
  );
}
