import type { Highlight } from '../../events/highlight-change-event.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';

/** The drawn part a highlight means: `group:0`, `converted`, `open`, `dropped`; undefined where it is not drawn. */
export function toHighlightKey(
  view: FunnelViewModel | undefined,
  highlight: Highlight | undefined,
): string | undefined {
  if (!view || !highlight) return undefined;
  if (!('group' in highlight)) return highlight.outcome;
  const wanted = JSON.stringify(highlight.group);
  const index = view.groups.findIndex(({ value }) => value !== undefined && JSON.stringify(value) === wanted);
  return index < 0 ? undefined : `group:${index}`;
}
