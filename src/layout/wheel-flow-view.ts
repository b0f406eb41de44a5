import type { FlowKind, WheelResult } from '../engine/schema/wheel.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { FlowFacts } from './wheel-facts.ts';
import type { WheelViewContext } from './wheel-view-context.ts';
import type { FlowView, WheelViewModel } from './wheel-view.ts';
import { isContacted, toOriginName, toPeopleWords, toPlaceName, toWheelCount } from './wheel-words.ts';

/** A movement in words. */
export function toFlowView(flow: FlowFacts, { result, facts, localization }: WheelViewContext): FlowView {
  const { wheel, format } = localization;
  const from = toOriginName(flow.from, facts, result, localization);
  const to = toPlaceName(flow.to, facts, result, localization);
  const counted = toWheelCount(flow.count, localization);
  const contacted = isContacted(flow, facts);
  const kindWord = contacted ? wheel.contactedKind : wheel.flowKind[flow.kind];
  const word = contacted ? wheel.contactedWord(counted) : wheel.flowWord(flow.kind, counted);
  return {
    key: flow.key,
    from,
    to,
    kind: flow.kind,
    kindWord,
    count: format.number(flow.count),
    words: `${counted.text} ${word}`,
    name: wheel.flowName(from, to, wheel.people(counted), kindWord.toLocaleLowerCase(localization.tag)),
    segment: { from: flow.from, to: flow.to },
    facts: flow,
  };
}

/** What the movements that the sentence speaks of come to, one sum a kind. */
export function toFlowSums({ facts, localization }: WheelViewContext): string[] {
  const { wheel, format } = localization;
  if (!facts.flows) return [];
  const sums = [
    ['decline', facts.declined],
    ['leave', facts.left],
    ['return', facts.returned],
  ] as const;
  return sums
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => wheel.kindSum(wheel.flowKind[kind], format.number(count)));
}

/** Why there are no movements: not asked for, or not in the data. */
export function toFlowsMissing({ comparedTo, origin }: WheelResult, { wheel }: WheelLocalization): string {
  const isOff = origin === 'computed' && (comparedTo === undefined || comparedTo === null);
  return isOff ? wheel.notCompared : wheel.noMovements;
}

/** Those that are not drawn, counted; empty where all are. */
export function toMoreFlows(flows: readonly FlowView[], localization: WheelLocalization): string {
  const rest = flows.filter(({ facts }) => !facts.drawn);
  if (rest.length === 0) return '';
  const people = rest.reduce((sum, { facts }) => sum + facts.count, 0);
  return localization.wheel.moreFlows(
    toWheelCount(rest.length, localization),
    toPeopleWords(people, localization),
  );
}

const KINDS: readonly FlowKind[] = ['move', 'decline', 'return', 'leave', 'enter', 'bring'];

/** The kinds of arrows that are drawn, for the legend. */
export function toKinds(flows: readonly FlowView[], { wheel }: WheelLocalization): WheelViewModel['kinds'] {
  const drawn = flows.filter(({ facts }) => facts.drawn);
  return KINDS.filter((kind) => drawn.some((flow) => flow.kind === kind)).map((kind) => ({
    kind,
    word: wheel.flowKind[kind],
  }));
}
