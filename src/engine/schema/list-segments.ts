import type { FunnelSegment, Segment } from './options.ts';

/** The segments something is the union of; a segment is that of itself. Without a schema, so that pages have it at once. */
export function listSegments(segment: FunnelSegment): readonly Segment[] {
  return 'anyOf' in segment ? segment.anyOf : [segment];
}
