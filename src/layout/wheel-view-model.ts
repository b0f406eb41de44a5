import type { WheelResult } from '../engine/schema/wheel.ts';
import { toHalves, toNotes, toNotices, toOutside, toQualification, toScope } from './wheel-around-view.ts';
import { computeWheelFacts } from './wheel-facts.ts';
import { toFlowSums, toFlowView, toFlowsMissing, toKinds, toMoreFlows } from './wheel-flow-view.ts';
import { toGauges, toMetricChoices } from './wheel-gauges.ts';
import { toHub } from './wheel-hub-view.ts';
import { toPhaseView } from './wheel-phase-view.ts';
import { layoutWheelSummary } from './wheel-summary.ts';
import type { WheelViewModel, WheelViewOptions } from './wheel-view.ts';
import { toWheelCount } from './wheel-words.ts';

/** A result as the reader sees it. Pure; made anew for every result, locale and measure. */
export function layoutWheelView(result: WheelResult, options: WheelViewOptions): WheelViewModel {
  const { localization } = options;
  const facts = computeWheelFacts(result);
  const context = { result, facts, localization, options, gauges: toGauges(result, facts, options) };
  const flows = facts.flows?.map((flow) => toFlowView(flow, context));
  return {
    model: result.model,
    title: localization.wheel.title[result.model],
    scope: toScope(context),
    state: facts.isEmpty ? 'empty' : 'ready',
    summary: layoutWheelSummary(result, facts, localization),
    phases: facts.phases.map((phase) => toPhaseView(phase, context)),
    flows,
    flowSums: toFlowSums(context),
    flowsMissing: toFlowsMissing(result, localization),
    moreFlows: toMoreFlows(flows ?? [], localization),
    kinds: toKinds(flows ?? [], localization),
    outside: toOutside(context),
    unknown: result.unknown
      ? localization.wheel.unknownPhase(toWheelCount(result.unknown, localization))
      : '',
    hub: toHub(context),
    gaugeNote: context.gauges.note,
    qualification: toQualification(result, localization),
    metrics: toMetricChoices(result, localization),
    halves: toHalves(result, localization),
    notices: toNotices(result, localization),
    notes: toNotes(context),
    timeZone: result.timeZone,
  };
}
