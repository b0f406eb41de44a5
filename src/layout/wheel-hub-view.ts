import type { WheelModel } from '../engine/schema/wheel.ts';
import { findLargest } from './wheel-summary.ts';
import type { WheelViewContext } from './wheel-view-context.ts';
import type { WheelViewModel } from './wheel-view.ts';
import { toPhaseName, toSpanWords, toWheelCount } from './wheel-words.ts';

/** The phase whose share says how the whole stands. */
const KEY_PHASES: Record<WheelModel, string> = {
  lifecycle: 'loyalty',
  engagement: 'retention',
  flywheel: 'advocacy',
};

/** The middle: how many, how it changed, and the share of the phase that matters. */
export function toHub(context: WheelViewContext): WheelViewModel['hub'] {
  const { facts, localization } = context;
  const { wheel, format } = localization;
  const total = toWheelCount(facts.total, localization);
  const key = facts.phases.find(({ id }) => id === KEY_PHASES[facts.model]) ?? findLargest(facts)[0];
  return {
    total: total.text,
    unit: wheel.peopleWord(total),
    change: toHubChange(context),
    rate:
      key?.share === undefined
        ? ''
        : wheel.hubRate(toPhaseName(key, localization), format.percent(key.share, facts.total)),
  };
}

function toHubChange({ facts, localization }: WheelViewContext): string {
  const { wheel, format } = localization;
  const span = toSpanWords(facts, localization);
  if (facts.change === undefined || !span) return '';
  return facts.change === 0 ? wheel.noChange(span) : wheel.netChange(format.signed(facts.change), span);
}
