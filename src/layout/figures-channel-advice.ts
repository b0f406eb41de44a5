import type { AssessedChannel } from '../engine/channels/assess-channels.ts';
import type { ChannelAction } from '../engine/schema/index.ts';
import type { AdviceNumbers } from '../i18n/figures-channels.ts';
import { roundRatio, type ChannelContext } from './figures-channel-context.ts';

/** An advice in words. */
export interface AdviceView {
  action: ChannelAction;
  title: string;
  /** Why, with the numbers. */
  reason: string;
}

/** What to do with a channel and why, in the reader's words. */
export function layoutAdvice(assessed: AssessedChannel, context: ChannelContext): AdviceView {
  const { messages, format } = context.localization;
  const { advice } = assessed;
  const { action, reason, failures, video, moveTo } = advice;
  const better = moveTo === undefined ? undefined : context.assessment.channels[moveTo];
  const sentences = [
    messages.reasons[reason](toNumbers(assessed, context)),
    sayBelowGoal(assessed, context),
    action === 'leave' ? messages.leaveFor : undefined,
    action !== 'leave' && failures > 0
      ? messages.tried({ n: failures, text: format.number(failures) })
      : undefined,
    video ? messages.video : undefined,
    better ? messages.moveTo(context.nameOf(better)) : undefined,
  ];
  return { action, title: messages.actions[action], reason: sentences.filter(Boolean).join(' ') };
}

/** Why a channel is strengthened though its bar ends left of the mark: the advice goes by how many buy. */
function sayBelowGoal({ advice, figures }: AssessedChannel, context: ChannelContext): string | undefined {
  const { messages, format } = context.localization;
  const { ratio } = figures;
  const { referenceRatio } = context.assessment.bounds;
  if (advice.action !== 'strengthen' || ratio === null || ratio >= referenceRatio) return undefined;
  return messages.belowGoal(context.ratio(ratio), messages.ratio(format.number(referenceRatio)));
}

function toNumbers({ channel, figures, advice }: AssessedChannel, context: ChannelContext): AdviceNumbers {
  const { messages, format } = context.localization;
  const { response, ratio } = figures;
  const { strengthenFrom, cancelBelow } = context.assessment.bounds;
  const purchases = channel.purchases ?? 0;
  const people = response ? messages.whole(format.number(response.whole), response.of) : '';
  const rate = response ? format.percent(response.rate, response.whole) : '';
  return {
    response: `${rate} ${messages.of(people)}`,
    bound: format.percent(advice.reason === 'converts' ? strengthenFrom : cancelBelow),
    people,
    purchases: { n: purchases, text: format.number(purchases) },
    unit: context.money(1),
    back: context.money(ratio === null ? null : roundRatio(ratio)),
  };
}
