import { createPlural } from './plural.ts';
import type { WheelMessages } from './wheel-messages.ts';
import { wordOf } from './word-of.ts';

const plural = createPlural('en');
const quote = (text: string): string => `“${text}”`;

const AREAS: Record<string, string> = {
  messages: 'E-mails and messages',
  email: 'E-mails and messages',
  site: 'Website',
  social: 'Social media',
  campaigns: 'Answers to campaigns',
  visits: 'Bookings and visits',
  purchases: 'Purchases',
};

const NOTICES: Record<string, string> = {
  'no-movements': 'Movements are not available.',
};

/** English. */
export const wheelEn: WheelMessages = {
  title: { lifecycle: 'Customer lifecycle', engagement: 'Engagement index', flywheel: 'Flywheel' },
  model: 'Model',
  modelName: { lifecycle: 'Lifecycle', engagement: 'Engagement', flywheel: 'Flywheel' },
  metric: 'Measure',
  metricPeople: 'People present',
  metricDays: 'Days in the phase',
  metricDaysNext: 'Days until the next phase',
  comparePrevious: 'Compare with the period before',
  phases: {
    acquisition: 'Acquisition',
    conversion: 'Conversion',
    loyalty: 'Loyalty',
    attrition: 'Attrition',
    retention: 'Retention',
    nurture: 'Nurture',
    purchase: 'Purchase',
    exit: 'Exit',
    activation: 'Activation',
    adoption: 'Adoption',
    adoration: 'Adoration',
    advocacy: 'Advocacy',
  },
  outside: {
    'not-engaged': 'Not yet engaged',
    'not-yet-engaged': 'Not yet engaged',
    former: 'Former customers',
    new: 'New',
    unknown: 'Unknown',
  },
  origins: { 'not-engaged': 'New', 'not-yet-engaged': 'New' },
  metrics: {
    'qualified-leads': 'New qualified leads',
    trials: 'New trials',
    'first-sales': 'First sales',
    'days-to-adoption': 'Time until adoption',
    'value-realised': 'New customers who found the value',
    'process-finished': 'Second payment',
    'days-to-adoration': 'Time until adoration',
    'retention-rate': 'Retention rate',
    arpu: 'Average revenue per customer',
    'lifetime-value': 'Lifetime value',
    'days-to-advocacy': 'Time until advocacy',
    'referred-leads': 'Referred leads',
    'affiliate-signups': 'Referral programme sign-ups',
  },
  unnamedPhase: (number) => `Phase ${number}`,

  people: ({ n, text }) => `${text} ${plural(n, { one: 'person', other: 'people' })}`,
  peopleWord: ({ n }) => plural(n, { one: 'person', other: 'people' }),
  scopeAsOf: (date) => `as of ${date}`,
  scopeSince: (date) => `movements since ${date}`,
  before: 'Before the purchase',
  after: 'After the purchase',

  summaryLargest: (phase, people, share) => `${phase} is the largest phase: ${people} (${share}).`,
  summaryEven: (phases, people) => `The largest phases are ${phases}: ${people} each.`,
  summaryAllInOne: (phase, people) => `Everybody is in one phase, ${phase}: ${people}.`,
  summaryMoves: (span, declined, left, returned) =>
    `In ${span}: ${declined.text} ${plural(declined.n, { one: 'decline', other: 'declines' })}, ${left.text} ${plural(left.n, { one: 'departure', other: 'departures' })}, ${returned.text} ${plural(returned.n, { one: 'return', other: 'returns' })}`,
  summaryMoreDecline: (times) => `; ${times} times as many declines as returns.`,
  summaryMoreReturn: (times) => `; ${times} times as many returns as declines.`,
  summaryEqual: '; as many returns as declines.',
  summaryStill: (span) => `In ${span}, nobody changed phase.`,
  summaryChange: (span, change, direction) =>
    direction === 0
      ? `The total did not change in ${span}.`
      : `The total ${direction > 0 ? 'gained' : 'lost'} ${change} in ${span}.`,
  summaryFriction: (phase, friction, people) =>
    `What holds most people up: ${quote(friction)} (${phase}, ${people}).`,
  momentum: (direction, times) =>
    direction > 0
      ? `The wheel turns ${times} times as fast as in the period before.`
      : `The wheel turns ${times} times slower than in the period before.`,
  momentumSame: 'The wheel turns as fast as in the period before.',
  momentumMoves: (moves, previous) =>
    `Moves to a later phase: ${moves}, against ${previous} in the period before.`,
  momentumUnknown: 'It cannot be said yet whether the wheel turns faster.',
  quickTest: (met, goals, faster) =>
    `Quick test: ${met.text} of ${goals.text} ${plural(goals.n, { one: 'goal', other: 'goals' })} met${
      faster === null ? '' : faster ? '; growth is faster than before' : '; growth is not faster than before'
    }.`,
  energy: ({ n, text }, previous) =>
    `Customers brought ${text} ${plural(n, { one: 'person', other: 'people' })}${previous ? ` (before: ${previous})` : ''}.`,

  hubRate: (phase, percent) => `${percent} in ${phase}`,
  netChange: (change, span) => `${change} in ${span}`,
  noChange: (span) => `unchanged in ${span}`,
  span: ({ n, text }) => `${text} ${plural(n, { one: 'day', other: 'days' })}`,
  median: (duration) => `${duration} median`,
  medianUntil: (duration, phase) => `${duration} until ${phase} (median)`,
  longer: (difference) => `${difference} more`,
  shorter: (difference) => `${difference} less`,
  change: (difference) => `(${difference})`,
  previous: (value) => `before: ${value}`,
  target: (value) => `target: ${value}`,
  share: (percent) => `${percent} of the total`,
  unknown: 'unknown',
  without: (phases) => `without ${phases}`,
  missing: 'Missing data',

  balance: (start, entered, left, now, residual) =>
    `${start} at the start +\u00a0${entered.text}\u00a0in −\u00a0${left.text}\u00a0out${residual ? `, ${residual}` : ''} =\u00a0${now}`,
  residual: ({ text }) => `${text} unexplained`,
  wonBack: ({ text }) => `${text} of them came back once, not yet regularly`,

  flowKind: {
    move: 'Progress',
    decline: 'Decline',
    return: 'Return',
    leave: 'Departure',
    enter: 'Entry',
    bring: 'People brought',
  },
  flowWord: (kind, { n }) => {
    const one = { move: 'goes on', decline: 'slips back', return: 'comes back' };
    const other = { move: 'go on', decline: 'slip back', return: 'come back' };
    if (kind === 'leave') return 'left';
    if (kind === 'enter') return 'came in';
    if (kind === 'bring') return 'brought';
    return plural(n, { one: one[kind], other: other[kind] });
  },
  contactedKind: 'Contacted to come back',
  contactedWord: () => 'contacted',
  kindSum: (kind, sum) => `${kind}: ${sum}`,
  flowName: (from, to, people, kind) => `${from} → ${to}: ${people}, ${kind}`,
  flows: 'Movements',
  flowsNote: 'Width of the arrows: number of people.',
  moreFlows: ({ n, text }, people) =>
    `${text} more ${plural(n, { one: 'movement', other: 'movements' })}, not drawn (${people})`,
  fewerFlows: 'Fewer movements',
  noRoom: ({ n, text }) =>
    plural(n, {
      one: `No room for the arrow of ${text} movement: it is in the list.`,
      other: `No room for the arrows of ${text} movements: they are in the list.`,
    }),
  noMovements: 'Movements are not available: these numbers do not say who changed phase.',
  notCompared: 'Comparison is off: choose an earlier date to see who changed phase.',
  nobodyMoved: 'Nobody changed phase.',
  since: 'In the phase since',
  notDrawn: 'not drawn',

  phasesLabel: 'Phases',
  phaseName: (place, phase, count, share) => `${place}, ${phase}: ${count}${share ? `, ${share}` : ''}`,
  enterFrom: (parts) => `in: ${parts}`,
  leaveTo: (parts) => `out: ${parts}`,
  from: (count, place) => `${count} from ${place}`,
  to: (count, place) => `${count} to ${place}`,
  marked: ({ text }, what) => `${what}: ${text} here`,
  markedShort: (count) => `${count} of them`,
  marks: (what) => (what ? `Marked: ${what}` : 'Marked from the funnel'),
  clearMarks: 'Clear the mark',

  friction: 'Points of friction',
  frictionLegend: 'number of points of friction',
  frictionPoints: ({ n, text }) =>
    `${text} ${plural(n, { one: 'point of friction', other: 'points of friction' })}`,
  severity: { low: 'low', medium: 'medium', high: 'high', unmeasured: 'not measured' },
  frictionLine: (name, amount, severity) => `${name}${amount ? `: ${amount}` : ''} (${severity})`,
  moreFriction: ({ text }) => `${text} more`,

  outsideTitle: 'Outside the wheel',
  outsideName: (place, people) => `${place}: ${people}`,
  formerRule: ({ n, text }) => `${text} ${plural(n, { one: 'month', other: 'months' })} without activity`,
  unknownPhase: ({ n, text }) => `${text} ${plural(n, { one: 'person', other: 'people' })} without a phase`,
  legend: 'Legend',
  gauge: (metric, full) => `Arc and bar: ${metric}; full is ${full}.`,
  gaugeShare: (metric) => `Arc and bar: ${metric}; full is 100%.`,
  tick: 'Line: at the start of the period.',

  qualification: 'Qualification of leads',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  mqlRule: 'engaged, ready for marketing',
  salRule: 'contacted by the team',
  sqlRule: 'ready for an offer',

  client: 'Client',
  clientNumber: (id) => `Client\u00a0${id}`,
  clientSince: (span) => `for ${span}`,
  clientPhase: (phase) => `Now in: ${phase}`,
  scoreColumn: 'Score (of 100)',
  clientScore: (score) => `score ${score} of 100`,
  clientNoScore: 'no score',
  clientWhy: 'Why this phase',
  clientParts: 'What the score is made of',
  clientHistory: 'The way here',
  clientMissing: 'This person is not in the data.',
  clientLoading: 'Looking for the person…',
  clientOutside: (place) => `Outside the wheel: ${place}`,
  area: (id) => wordOf(AREAS, id) ?? id,
  points: ({ n, text }) => `${text} ${plural(n, { one: 'point', other: 'points' })}`,

  rules: 'How this is counted',
  rulesNone: 'These numbers were supplied without their rules.',
  formula:
    'An area gives weight × (1 − 2 to the power of (−points ÷ saturation)); the score is their sum, 0 to 100. Weights:',
  help: 'Keyboard help',
  helpTitle: 'Keys of the wheel',
  helpKeys: [
    ['Tab', 'From the phases to the movements'],
    ['→ ↓', 'Next phase, the way the wheel turns'],
    ['← ↑', 'Previous phase'],
    ['Home, End', 'First or last'],
    ['Enter, Space', 'Show the people'],
    ['Esc', 'From the movements to the phases; clear the mark'],
    ['?', 'Show these keys'],
  ],

  loading: 'Loading the wheel…',
  updating: 'Updating…',
  updated: (summary) => `Updated. ${summary}`,
  empty: 'Nobody in this cycle',
  emptyHint: 'The phases fill as soon as somebody answers a message or visits the site.',
  noResult: 'No data yet',
  errorTitle: 'The wheel could not be loaded.',
  notConfigured: 'This wheel is not set up yet.',
  stale: (date) => `Latest numbers received, of ${date}.`,
  notice: (code) => wordOf(NOTICES, code) ?? `This wheel is not fully set up (${code}).`,
  noticeLink: 'Set up',
  supplied: 'Numbers supplied by this site',
  computedHere: 'Computed in this browser',
  asOf: (date) => `data of ${date}`,
  timeZone: (zone) => `days of ${zone}`,
  bringNote: 'People brought do not count in the balances.',

  listHeading: {
    phase: (place) => `Phase ${quote(place)}`,
    outside: (place) => `Outside the wheel: ${place}`,
    flow: (from, to) => `${from} → ${to}`,
  },
  nobodyHere: 'Nobody here.',
};
