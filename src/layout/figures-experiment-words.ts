import type { VariantReadout } from '../engine/experiments/readout.ts';
import type { ReadoutWarning } from '../engine/experiments/readout.ts';
import type { Counted } from '../i18n/counted.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import type { PairWords } from '../i18n/figures-experiment.ts';
import type { ExperimentContext, ExperimentView } from './figures-experiment-view.ts';

/** Below it, "1 time in so many" says no more than "practically never". */
const PRACTICALLY_NEVER = 1e-5;

/** The one sentence that says what came out, for somebody without statistics. */
export function decideInWords(context: ExperimentContext): Pick<ExperimentView, 'verdict' | 'summary'> {
  const { decision } = context.readout;
  const { messages } = context.localization;
  if (decision.kind === 'no-data') return { verdict: { kind: 'no-data', title: '' }, summary: '' };
  const verdict = { kind: decision.kind, title: messages.verdicts[decision.kind] };
  return { verdict, summary: [...sayOutcome(context), adviseNext(context)].filter(Boolean).join(' ') };
}

/** What came out, and how surely: one figure of certainty, the others are in the details. */
function sayOutcome(context: ExperimentContext): string[] {
  const { decision } = context.readout;
  const { messages } = context.localization;
  if (decision.kind === 'no-data') return [];
  if (decision.kind === 'unsound') return [messages.unsound];
  if (decision.kind === 'too-few') return [messages.tooFew];
  const variant = context.step.variants[decision.variant]!;
  const control = context.step.variants[context.readout.control]!;
  const pair = toPair(variant, control, context);
  if (decision.kind === 'undecided') {
    const isSame = pair.rate === pair.controlRate;
    return [isSame ? messages.undecidedSame(pair) : messages.undecided(pair)];
  }
  const sentence = decision.kind === 'better' ? messages.better(pair) : messages.worse(pair);
  return [sentence, sayChance(variant, context)];
}

/** What to do now, in plain words; the loser's sentence says it itself. */
function adviseNext(context: ExperimentContext): string | undefined {
  const { decision, warnings } = context.readout;
  const { messages, format } = context.localization;
  const early = warnings.find((warning) => warning.code === 'early-look');
  switch (decision.kind) {
    case 'no-data':
    case 'worse':
      return undefined;
    case 'unsound':
      return messages.startAgain;
    case 'better':
      return early
        ? messages.goOnToPlan(format.number(early.needed))
        : messages.keep(quoteName(context.step.variants[decision.variant]!, context));
    case 'too-few':
    case 'undecided':
      return adviseToGoOn(context);
  }
}

function adviseToGoOn(context: ExperimentContext): string {
  const { messages } = context.localization;
  const people = countNeeded(context);
  if (!people) return messages.eitherOrGoOn;
  return people.missing > 0
    ? messages.goOn(toAbout(people.missing, context))
    : context.readout.plan.minimumLift === undefined
      ? messages.eitherOrGoOn
      : messages.either;
}

/** About so many: two figures are all that an estimate claims. */
function toAbout(value: number, { localization }: ExperimentContext): Counted {
  const n = Number(value.toPrecision(2));
  return { n, text: localization.format.number(n) };
}

/** The rates told apart: as many of a thousand, with a decimal where whole numbers would be the same. */
function toPair(variant: VariantReadout, control: VariantReadout, context: ExperimentContext): PairWords {
  const { format } = context.localization;
  const [a, b] = [(variant.rate ?? 0) * 1000, (control.rate ?? 0) * 1000];
  const digits = Math.round(a) === Math.round(b) ? 10 : 1;
  const ofThousand = (value: number) => format.number(Math.round(value * digits) / digits);
  return {
    variant: quoteName(variant, context),
    control: quoteName(control, context),
    rate: format.percent(variant.rate ?? 0, variant.exposed),
    controlRate: format.percent(control.rate ?? 0, control.exposed),
    goal: quoteGoal(context),
    ofThousand: ofThousand(a),
    controlOfThousand: ofThousand(b),
  };
}

function quoteName(variant: VariantReadout, { localization, nameOf }: ExperimentContext): string {
  return localization.messages.quote(nameOf(variant));
}

/** The goal's name as the host has it; an id says nothing to a reader. */
export function quoteGoal({ step, localization }: ExperimentContext): string | undefined {
  if (step.name === undefined) return undefined;
  return localization.messages.quote(toLocalizedText(step.name, localization.tag, step.id));
}

function sayChance({ versus }: VariantReadout, context: ExperimentContext): string {
  const { messages } = context.localization;
  const p = versus?.chiSquareYates?.p ?? 1;
  return p < PRACTICALLY_NEVER ? messages.hardlyByChance : messages.byChance(toOneIn(p, context));
}

/** `930` for 0.00107: two figures are all that "about" claims. */
function toOneIn(p: number, { localization }: ExperimentContext): string {
  return localization.format.number(Number(Math.max(1, 1 / Math.max(p, PRACTICALLY_NEVER)).toPrecision(2)));
}

/** What is missing, and what to be careful about. */
export function listRemarks(context: ExperimentContext): string[] {
  const { warnings, decision } = context.readout;
  const remarks = warnings.flatMap((warning) => sayWarning(warning, context) ?? []);
  const people = decision.kind === 'unsound' || decision.kind === 'no-data' ? undefined : sayNeeded(context);
  return [...remarks, ...sayLooks(context), ...(people ? [people] : []), ...sayMany(context)];
}

/** Whether what is shown may be trusted by who looks often. A plan that was met was looked at once, when it said. */
function sayLooks({ readout, localization: { messages } }: ExperimentContext): string[] {
  const { holdsAnytime, plan, warnings } = readout;
  const isEarly = warnings.some(({ code }) => code === 'early-look');
  if (holdsAnytime === null) return [];
  if (holdsAnytime) return [messages.holdsAnytime];
  return plan.minimumLift === undefined || isEarly ? [messages.repeatedLooks] : [];
}

function sayWarning(warning: ReadoutWarning, context: ExperimentContext): string | undefined {
  const { messages, format } = context.localization;
  const counted = (n: number) => ({ n, text: format.number(n) });
  switch (warning.code) {
    case 'nothing-to-compare':
      return undefined;
    case 'sample-ratio':
      return messages.sampleRatio(
        format.list(context.step.variants.map(({ exposed }) => format.number(exposed))),
        toOneIn(warning.p, context),
      );
    case 'too-few':
      return messages.fewConverted;
    case 'windows-running':
      return messages.windowsRunning(counted(warning.open));
    case 'mixed':
      return warning.excluded
        ? messages.mixedOut(counted(warning.people))
        : messages.mixedIn(counted(warning.people));
    case 'unassigned':
      return messages.unassigned(counted(warning.people));
    case 'early-look':
      return messages.earlyLook(format.number(warning.needed), format.number(warning.exposed));
  }
}

/** How many people a variant needs, and how many are missing; told while nothing is shown, or where it was planned. */
function sayNeeded(context: ExperimentContext): string | undefined {
  const { readout, localization } = context;
  const { messages, format } = localization;
  const { decision, plan } = readout;
  const isOpen = decision.kind === 'undecided' || decision.kind === 'too-few';
  if (!isOpen && plan.minimumLift === undefined) return undefined;
  const people = countNeeded(context);
  if (!people) return undefined;
  const what =
    plan.minimumLift === undefined ? messages.forSeen : messages.forLift(format.change(plan.minimumLift));
  const needed = toAbout(people.needed, context).text;
  const missing = toAbout(people.missing, context);
  return `${what} ${people.missing > 0 ? messages.need(needed, missing) : messages.needMet(needed)}`;
}

/** People a variant needs, and how many of them the smallest group lacks. */
function countNeeded({ readout, step }: ExperimentContext): { needed: number; missing: number } | undefined {
  const { decision } = readout;
  const needed = step.variants['variant' in decision ? decision.variant : 0]?.versus?.needed;
  if (needed === undefined || needed === null) return undefined;
  const exposed = Math.min(...step.variants.map((variant) => variant.exposed));
  return { needed, missing: Math.max(0, needed - exposed) };
}

function sayMany({ readout, step, localization }: ExperimentContext): string[] {
  const { messages, format } = localization;
  const others = step.variants.length - 1;
  if (others < 2) return [];
  return [messages.manyVariants(format.percent((1 - readout.plan.confidence) / others))];
}
