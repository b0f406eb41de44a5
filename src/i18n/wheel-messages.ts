import type { Counted } from './counted.ts';

/** What a movement is to the studio. */
export type WheelFlowKind = 'move' | 'decline' | 'return' | 'leave' | 'enter' | 'bring';

/** How much a point of friction costs. */
export type FrictionSeverity = 'low' | 'medium' | 'high' | 'unmeasured';

/** The three cycles. */
export type WheelModelName = 'lifecycle' | 'engagement' | 'flywheel';

/** The texts of `<lifecycle-wheel>`. Parameters are already formatted. A language that lacks one does not compile. */
export interface WheelMessages {
  title: Record<WheelModelName, string>;
  model: string;
  modelName: Record<WheelModelName, string>;
  metric: string;
  metricPeople: string;
  metricDays: string;
  /** The same of a flywheel: its days are those of who went on. */
  metricDaysNext: string;
  comparePrevious: string;
  /** Names of phases, of places outside, of measures and of points of friction that come without one. */
  phases: Readonly<Record<string, string>>;
  outside: Readonly<Record<string, string>>;
  metrics: Readonly<Record<string, string>>;
  /** What a place outside is called as the origin of a movement: who comes from it was new. */
  origins: Readonly<Record<string, string>>;
  unnamedPhase(number: string): string;

  people(count: Counted): string;
  peopleWord(count: Counted): string;
  scopeAsOf(date: string): string;
  scopeSince(date: string): string;
  before: string;
  after: string;

  /** `Loyalty holds 1,280 people (44%).` */
  summaryLargest(phase: string, people: string, share: string): string;
  summaryEven(phases: string, people: string): string;
  summaryAllInOne(phase: string, people: string): string;
  /** `In 30 days: 142 declines, 61 departures, 57 returns`, in the words of the list. */
  summaryMoves(span: string, declined: Counted, left: Counted, returned: Counted): string;
  summaryMoreDecline(times: string): string;
  summaryMoreReturn(times: string): string;
  summaryEqual: string;
  summaryStill(span: string): string;
  summaryChange(span: string, change: string, direction: number): string;
  /** The worst friction of all: `Most people are held up in Conversion: Payment refused (38 people).` */
  summaryFriction(phase: string, friction: string, people: string): string;
  momentum(direction: number, times: string): string;
  momentumSame: string;
  /** What momentum is made of. */
  momentumMoves(moves: string, previous: string): string;
  momentumUnknown: string;
  quickTest(met: Counted, goals: Counted, faster: boolean | null): string;
  energy(brought: Counted, previous: string | undefined): string;

  /** `44% in Loyalty`, in the hub. */
  hubRate(phase: string, percent: string): string;
  netChange(change: string, span: string): string;
  noChange(span: string): string;
  span(days: Counted): string;
  median(duration: string): string;
  /** `2 days until Adoption (median)`, of those who went on. */
  medianUntil(duration: string, phase: string): string;
  /** `4 days more`, `4 days less`. */
  longer(difference: string): string;
  shorter(difference: string): string;
  change(difference: string): string;
  previous(value: string): string;
  target(value: string): string;
  share(percent: string): string;
  unknown: string;
  missing: string;
  /** After a total: `without Attrition`. */
  without(phases: string): string;

  /** `352 + 171 in − 133 out = 390`. */
  balance(start: string, entered: Counted, left: Counted, now: string, residual: string): string;
  residual(count: Counted): string;
  wonBack(count: Counted): string;

  flowKind: Record<WheelFlowKind, string>;
  /** What a movement is, after its count. */
  flowWord(kind: WheelFlowKind, count: Counted): string;
  /** From attrition to retention: nobody moved by themselves, the studio wrote to them. */
  contactedKind: string;
  contactedWord(count: Counted): string;
  /** All movements of a kind together. */
  kindSum(kind: string, sum: string): string;
  flowName(from: string, to: string, people: string, kind: string): string;
  flows: string;
  flowsNote: string;
  moreFlows(count: Counted, people: string): string;
  fewerFlows: string;
  /** Arrows the picture has no room for. */
  noRoom(count: Counted): string;
  /** In place of the movements where the data has none. */
  noMovements: string;
  /** In their place where nothing was compared. */
  notCompared: string;
  nobodyMoved: string;
  /** The list's column: since when somebody is there. */
  since: string;
  notDrawn: string;

  phasesLabel: string;
  phaseName(place: string, phase: string, count: string, share: string): string;
  enterFrom(parts: string): string;
  leaveTo(parts: string): string;
  from(count: string, place: string): string;
  to(count: string, place: string): string;
  marked(count: Counted, what: string): string;
  markedShort(count: string): string;
  /** Who the mark on the gauges stands for. */
  marks(what: string): string;
  clearMarks: string;

  friction: string;
  /** What the triangle with a number is. */
  frictionLegend: string;
  frictionPoints(count: Counted): string;
  severity: Record<FrictionSeverity, string>;
  frictionLine(name: string, amount: string, severity: string): string;
  moreFriction(count: Counted): string;

  outsideTitle: string;
  outsideName(place: string, people: string): string;
  /** Who is a former customer. */
  formerRule(months: Counted): string;
  unknownPhase(count: Counted): string;
  legend: string;
  gauge(metric: string, full: string): string;
  gaugeShare(metric: string): string;
  /** What the line across a gauge is. */
  tick: string;

  qualification: string;
  mql: string;
  sal: string;
  sql: string;
  mqlRule: string;
  salRule: string;
  sqlRule: string;

  client: string;
  /** Somebody without a name. */
  clientNumber(id: string): string;
  clientSince(span: string): string;
  clientPhase(phase: string): string;
  /** Heading of the score in a list, which is of 100. */
  scoreColumn: string;
  clientScore(score: string): string;
  clientNoScore: string;
  clientWhy: string;
  clientParts: string;
  clientHistory: string;
  clientMissing: string;
  clientLoading: string;
  clientOutside(place: string): string;
  area(id: string): string;
  points(count: Counted): string;

  rules: string;
  rulesNone: string;
  /** How a score is made, in a sentence. */
  formula: string;
  help: string;
  helpTitle: string;
  helpKeys: readonly (readonly [keys: string, does: string])[];

  loading: string;
  updating: string;
  updated(summary: string): string;
  empty: string;
  emptyHint: string;
  noResult: string;
  errorTitle: string;
  notConfigured: string;
  stale(date: string): string;
  notice(code: string): string;
  noticeLink: string;
  supplied: string;
  computedHere: string;
  asOf(date: string): string;
  timeZone(zone: string): string;
  bringNote: string;

  listHeading: Record<'phase' | 'outside' | 'flow', (place: string, to: string) => string>;
  nobodyHere: string;
}
