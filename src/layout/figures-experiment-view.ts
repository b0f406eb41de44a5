import type { Readout, StepReadout, VariantReadout } from '../engine/experiments/readout.ts';
import type { LocalizedText } from '../engine/schema/index.ts';
import type { ExperimentLocalization } from '../i18n/figures-experiment.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import { layoutTests, type TestTable } from './figures-experiment-tests.ts';
import { decideInWords, listRemarks, quoteGoal } from './figures-experiment-words.ts';
import { computeAxis, placeOn, type Axis } from './figures-scale.ts';

/** A variant on the common scale; places from 0 to 1. */
export interface VariantView {
  id: string;
  name: string;
  exposed: string;
  rate: string;
  counts: string;
  between: string;
  /** Its rate and interval; undefined of nobody. */
  place: { rate: number; low: number; high: number } | undefined;
  /** Against the control; empty for the control itself. */
  versus: string;
  versusBetween: string;
  isControl: boolean;
  /** Whether it is the one the sentence is about, and what it says of it. */
  verdict: 'better' | 'worse' | undefined;
}

/** All that `<experiment-readout>` shows, in words and lengths. */
export interface ExperimentView {
  state: 'ready' | 'nothing';
  steps: { id: string; name: string }[];
  /** Place of the step that is shown. */
  step: number;
  verdict: { kind: Readout['decision']['kind']; title: string };
  summary: string;
  variants: VariantView[];
  axis: { title: string; ticks: { place: number; text: string }[] };
  /** The control's rate on the scale. */
  controlPlace: number | undefined;
  remarks: string[];
  tests: TestTable;
  notes: string[];
}

/** What every part of the layout needs. */
export interface ExperimentContext {
  readout: Readout;
  step: StepReadout;
  localization: ExperimentLocalization;
  nameOf(variant: VariantReadout): string;
}

/** A readout in words and on one scale. Sources: lifecycle.md §3, "CRO tests"; look.md §0, "Numbers". */
export function layoutExperiment(readout: Readout, localization: ExperimentLocalization): ExperimentView {
  const step = readout.steps[readout.primary]!;
  const text = (name: LocalizedText | undefined, fallback: string) =>
    toLocalizedText(name, localization.tag, fallback);
  const context: ExperimentContext = {
    readout,
    step,
    localization,
    nameOf: ({ name, id }) => text(name, id),
  };
  const axis = toAxis(step);
  const control = step.variants[readout.control];
  return {
    state: readout.decision.kind === 'no-data' ? 'nothing' : 'ready',
    steps: readout.steps.map(({ id, name }) => ({ id, name: text(name, id) })),
    step: readout.primary,
    ...decideInWords(context),
    variants: step.variants.map((variant, i) => layoutVariant(variant, i, axis, context)),
    axis: {
      title: localization.messages.axis(quoteGoal(context)),
      ticks: axis.ticks.map((value) => ({
        place: placeOn(axis, value),
        text: localization.format.percent(value),
      })),
    },
    controlPlace: control?.rate === null || control === undefined ? undefined : placeOn(axis, control.rate),
    remarks: listRemarks(context),
    tests: layoutTests(context),
    notes: toNotes(context),
  };
}

/** From a round number below the lowest bound to one above the highest: differences matter here, not lengths. */
function toAxis({ variants }: StepReadout): Axis {
  const seen = variants.filter(({ exposed }) => exposed > 0);
  const low = Math.min(1, ...seen.map((variant) => variant.low));
  const high = Math.max(0, ...seen.map((variant) => variant.high));
  const axis = computeAxis(seen.length > 0 ? low : 0, seen.length > 0 ? high : 1, 5);
  return { ...axis, low: Math.max(0, axis.low) };
}

function layoutVariant(
  variant: VariantReadout,
  index: number,
  axis: Axis,
  context: ExperimentContext,
): VariantView {
  const { messages, format } = context.localization;
  const { exposed, converted, rate, low, high } = variant;
  const { decision, control } = context.readout;
  const isNamed = 'variant' in decision && decision.variant === index;
  const percent = (value: number) => format.percent(value, exposed);
  return {
    id: variant.id,
    name: context.nameOf(variant),
    exposed: messages.exposed({ n: exposed, text: format.number(exposed) }),
    rate: rate === null ? '–' : percent(rate),
    counts: messages.fraction(format.number(converted), format.number(exposed)),
    between: rate === null ? '' : messages.between(percent(low), percent(high)),
    place:
      rate === null
        ? undefined
        : { rate: placeOn(axis, rate), low: placeOn(axis, low), high: placeOn(axis, high) },
    ...layoutVersus(variant, context),
    isControl: index === control,
    verdict: isNamed && (decision.kind === 'better' || decision.kind === 'worse') ? decision.kind : undefined,
  };
}

function layoutVersus(
  { versus }: VariantReadout,
  { readout, step, localization, nameOf }: ExperimentContext,
): Pick<VariantView, 'versus' | 'versusBetween'> {
  const { messages, format } = localization;
  if (!versus?.difference) return { versus: '', versusBetween: '' };
  const control = nameOf(step.variants[readout.control]!);
  const { lift, difference } = versus;
  if (!lift)
    return { versus: messages.versusPoints(format.points(difference.value), control), versusBetween: '' };
  return {
    versus: messages.versus(format.change(lift.value), control),
    versusBetween: messages.versusBetween(format.change(lift.low), format.change(lift.high)),
  };
}

function toNotes({ readout, step, localization, nameOf }: ExperimentContext): string[] {
  const { messages, format } = localization;
  const control = step.variants[readout.control];
  return [
    [
      messages.intervalNote(format.percent(readout.plan.confidence)),
      ...(control ? [messages.lineNote(nameOf(control))] : []),
    ].join(' '),
  ];
}
