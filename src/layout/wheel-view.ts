import type { FlowKind, WheelModel, WheelSegment } from '../engine/schema/wheel.ts';
import type { FrictionSeverity } from '../i18n/wheel-messages.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { FlowFacts } from './wheel-facts.ts';
import type { WheelSummary } from './wheel-summary.ts';

/** How the reader wants it. */
export interface WheelViewOptions {
  localization: WheelLocalization;
  metric?: string | undefined;
  /** How many of some people are at each place, and who they are in words. */
  marks?: { readonly places: Readonly<Record<string, number>>; readonly label: string } | undefined;
  /** The place of the person who is shown. */
  current?: string | undefined;
  asOfIsClock?: boolean;
}

/** A point of friction in words. */
export interface FrictionView {
  text: string;
  severity: FrictionSeverity;
}

/** A measure of a phase in words. */
export interface MetricView {
  name: string;
  value: string;
  /** Target and the value before. */
  note: string;
  /** How it stands against its target. */
  met: boolean | undefined;
}

/** One phase, as picture, list and screen reader have it. */
export interface PhaseView {
  id: string;
  number: string;
  label: string;
  /** The number of people; `—` where unknown. */
  count: string;
  people: number | undefined;
  /** What the gauge measures, where that is not people. */
  measured: string;
  share: string;
  speed: string;
  /** The speed alone for the picture, and with its difference for the list. */
  shortSpeed: string;
  speedChange: string;
  /** `352 at the start + 171 − 133 = 390`; empty where it cannot be told. */
  balance: string;
  residual: string;
  wonBack: string;
  metrics: MetricView[];
  friction: FrictionView[];
  mark: string;
  /** The mark's number alone, for the picture. */
  shortMark: string;
  /** The whole of it in one sentence: the name of the button. */
  name: string;
  gauge: number | undefined;
  previousGauge: number | undefined;
  target: number | undefined;
  marked: number | undefined;
  isCurrent: boolean;
  isMissing: boolean;
  segment: WheelSegment;
}

/** One movement. */
export interface FlowView {
  key: string;
  from: string;
  to: string;
  kind: FlowKind;
  kindWord: string;
  count: string;
  /** `214 came in`, at an arrow outside of the ring. */
  words: string;
  name: string;
  segment: WheelSegment;
  facts: FlowFacts;
}

/** People in no phase. */
export interface OutsideView {
  id: string;
  name: string;
  count: string;
  /** Who is counted there; empty where it needs no rule or has none. */
  rule: string;
  /** The whole of it: the name of the button. */
  label: string;
  people: number | undefined;
  segment: WheelSegment;
}

/** Everything picture, list, names and announcer say: made once, so that they cannot disagree. */
export interface WheelViewModel {
  model: WheelModel;
  title: string;
  scope: string;
  state: 'ready' | 'empty';
  summary: WheelSummary;
  phases: PhaseView[];
  /** By size. `undefined`: the data has none to tell. */
  flows: FlowView[] | undefined;
  /** Declines, departures and returns, each with its sum. */
  flowSums: string[];
  /** In their place where there are none to tell. */
  flowsMissing: string;
  /** Those beyond the drawn, in words; empty where there are none. */
  moreFlows: string;
  kinds: { kind: FlowKind; word: string }[];
  outside: OutsideView[];
  unknown: string;
  hub: { total: string; unit: string; change: string; rate: string };
  gaugeNote: string;
  qualification: { name: string; count: string; rule: string }[];
  metrics: { id: string; name: string }[];
  halves: { before: string; after: string } | undefined;
  notices: { text: string; href: string | undefined }[];
  notes: string[];
  timeZone: string | undefined;
}
