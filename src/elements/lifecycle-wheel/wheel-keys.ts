/** The two stops of the wheel: its phases, and its movements. */
export type Stop = 'phase' | 'flow';

/** What a key asks for. */
export type KeyAction =
  { do: 'move'; to: number } | { do: 'leave'; to: Stop } | { do: 'clear' } | { do: 'help' } | undefined;

/**
 * What a key does on a stop with so many items, of which one has the focus. A cycle may wrap: after the last phase
 * comes the first. The arrows do not mirror: → is the way the wheel turns in every script. Source: look.md §3.
 */
export function toKeyAction(key: string, stop: Stop, at: number, count: number): KeyAction {
  if (key === '?') return { do: 'help' };
  if (key === 'Escape') return stop === 'flow' ? { do: 'leave', to: 'phase' } : { do: 'clear' };
  const to = toTarget(key, stop, at, count);
  return to === undefined ? undefined : { do: 'move', to };
}

function toTarget(key: string, stop: Stop, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const isNext = key === 'ArrowDown' || (stop === 'phase' && key === 'ArrowRight');
  const isBack = key === 'ArrowUp' || (stop === 'phase' && key === 'ArrowLeft');
  if (!isNext && !isBack) return undefined;
  const to = at + (isNext ? 1 : -1);
  return stop === 'phase' ? (to + count) % count : Math.min(count - 1, Math.max(0, to));
}
