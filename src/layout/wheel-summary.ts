import type { WheelResult } from '../engine/schema/wheel.ts';
import type { Counted } from '../i18n/counted.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { PhaseFacts, WheelFacts } from './wheel-facts.ts';
import {
  sortFriction,
  toFrictionAmount,
  toFrictionName,
  toPeopleWords,
  toPhaseName,
  toSpanWords,
  toWheelCount,
} from './wheel-words.ts';

/** The summary in parts: its strong beginning, what else is to be known first, and asides. */
export interface WheelSummary {
  lead: string;
  sentences: string[];
  asides: string[];
  /** All of it. */
  text: string;
}

/** What the reader should know first: where people are, who came and went, whether it turns faster, what brakes it. */
export function layoutWheelSummary(
  result: WheelResult,
  facts: WheelFacts,
  localization: WheelLocalization,
): WheelSummary {
  const lead = facts.isEmpty ? '' : toLead(facts, localization);
  const sentences = facts.isEmpty ? [] : toSentences(result, facts, localization).filter(Boolean);
  const asides = facts.isEmpty ? [] : toAsides(result, facts, localization).filter(Boolean);
  return { lead, sentences, asides, text: [lead, ...sentences, ...asides].filter(Boolean).join(' ') };
}

/** The phases with the most people. */
export function findLargest({ phases }: WheelFacts): PhaseFacts[] {
  const most = Math.max(0, ...phases.map(({ count }) => count ?? 0));
  return phases.filter(({ count }) => most > 0 && count === most);
}

function toLead(facts: WheelFacts, localization: WheelLocalization): string {
  const { wheel, format } = localization;
  const largest = findLargest(facts);
  const [first] = largest;
  if (!first?.count) return '';
  const people = toPeopleWords(first.count, localization);
  const names = largest.map((phase) => toPhaseName(phase, localization));
  if (first.count === facts.total) return wheel.summaryAllInOne(names[0] ?? '', people);
  if (largest.length > 1) return wheel.summaryEven(format.list(names), people);
  const share = wheel.share(format.percent(first.share ?? 0, facts.total));
  return wheel.summaryLargest(names[0] ?? '', people, share);
}

function toSentences(result: WheelResult, facts: WheelFacts, localization: WheelLocalization): string[] {
  if (facts.model === 'flywheel') {
    return [toMomentumSentence(result, localization), toQuickTest(result, localization)];
  }
  return [toMovesSentence(facts, localization)];
}

function toMovesSentence(facts: WheelFacts, localization: WheelLocalization): string {
  const { wheel, format } = localization;
  const span = toSpanWords(facts, localization);
  if (!span || !facts.flows) return '';
  if (facts.flows.length === 0) return wheel.summaryStill(span);
  const [declined, left, returned] = [facts.declined, facts.left, facts.returned].map((count) =>
    toWheelCount(count, localization),
  ) as [Counted, Counted, Counted];
  if (declined.n + left.n + returned.n === 0) return '';
  const moves = wheel.summaryMoves(span, declined, left, returned);
  if (declined.n === 0 || returned.n === 0) return `${moves}.`;
  const ratio = Math.max(declined.n, returned.n) / Math.min(declined.n, returned.n);
  const times = format.number(Math.round(ratio * 10) / 10);
  if (declined.n === returned.n) return moves + wheel.summaryEqual;
  // "1 time as many" says nothing.
  if (ratio < 1.05) return `${moves}.`;
  return moves + (declined.n > returned.n ? wheel.summaryMoreDecline(times) : wheel.summaryMoreReturn(times));
}

/**
 * Two figures: it is taken by the day, and the periods of the counts beside it may differ in length, so that more
 * would not agree with them. What is nearly 1 keeps its decimals.
 */
function roundTimes(times: number): number {
  const rounded = Number(times.toPrecision(2));
  return rounded === 1 ? Math.round(times * 100) / 100 : rounded;
}

function toMomentumSentence({ momentum }: WheelResult, { wheel, format }: WheelLocalization): string {
  if (!momentum) return '';
  const { value, direction, moves, previousMoves } = momentum;
  if (direction === null || (direction !== 0 && !value)) return wheel.momentumUnknown;
  const turns =
    direction === 0 || !value
      ? wheel.momentumSame
      : wheel.momentum(direction, format.number(roundTimes(direction > 0 ? value : 1 / value)));
  if (moves === undefined || previousMoves === undefined || previousMoves === null) return turns;
  return `${turns} ${wheel.momentumMoves(format.number(moves), format.number(previousMoves))}`;
}

function toQuickTest({ quickTest }: WheelResult, localization: WheelLocalization): string {
  if (!quickTest || quickTest.goals === 0) return '';
  const { goalsMet, goals, faster } = quickTest;
  return localization.wheel.quickTest(
    toWheelCount(goalsMet, localization),
    toWheelCount(goals, localization),
    faster,
  );
}

function toAsides(result: WheelResult, facts: WheelFacts, localization: WheelLocalization): string[] {
  return [
    toChangeSentence(facts, localization),
    toFrictionSentence(result, facts, localization),
    toEnergySentence(result, localization),
  ];
}

function toChangeSentence(facts: WheelFacts, localization: WheelLocalization): string {
  const span = toSpanWords(facts, localization);
  if (!span || facts.change === undefined) return '';
  const people = toPeopleWords(Math.abs(facts.change), localization);
  return localization.wheel.summaryChange(span, people, Math.sign(facts.change));
}

/** The point that holds up the most people on the whole wheel. */
function toFrictionSentence(
  result: WheelResult,
  { phases }: WheelFacts,
  localization: WheelLocalization,
): string {
  const all = phases.flatMap((phase) => (phase.source.friction ?? []).map((point) => ({ phase, point })));
  const worst = sortFriction(all.map(({ point }) => point))[0];
  if (!worst?.people) return '';
  const { phase } = all.find(({ point }) => point === worst) ?? {};
  return localization.wheel.summaryFriction(
    phase ? toPhaseName(phase, localization) : '',
    toFrictionName(worst, localization),
    toFrictionAmount(worst, result, localization),
  );
}

function toEnergySentence({ energy }: WheelResult, localization: WheelLocalization): string {
  const brought = energy?.brought;
  if (brought === undefined || brought === null) return '';
  const before = energy?.previous;
  const previous = before === undefined || before === null ? undefined : localization.format.number(before);
  return localization.wheel.energy(toWheelCount(brought, localization), previous);
}
