import type { ActivationOptions } from '../../engine/schema/index.ts';

type Within = NonNullable<ActivationOptions['within']>;

/** `30d`, `6w`, `2m` or `period`; anything else goes on as it is, to be refused with its name. */
export function parseWithin(text: string): Within {
  const [, number, unit] = /^(\d+)([dwm])$/.exec(text.trim()) ?? [];
  if (unit === 'd') return { days: Number(number) };
  if (unit === 'w') return { days: Number(number) * 7 };
  return unit === 'm' ? { months: Number(number) } : (text.trim() as 'period');
}

/** The same as text again, `1500ms` where it is exact. */
export function formatWithin(within: Within): string {
  if (within === 'period') return within;
  if ('days' in within) return `${within.days}d`;
  return 'months' in within ? `${within.months}m` : `${within.ms}ms`;
}
