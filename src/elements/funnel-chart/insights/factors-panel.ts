import { html, nothing, type TemplateResult } from 'lit';
import type { FactorsResult } from '../../../engine/schema/index.ts';
import { getFactorsLocalization, type FactorsLocalization } from '../../../i18n/insight-factors.ts';
import { layoutFactors, type FactorRow, type FactorsView } from '../../../layout/insight-factors.ts';
import { toPairIds, toPairQuestion, toStepPair, type StepPair } from '../../../layout/insight-steps.ts';
import { cssProperties } from '../../../theme/css-properties.ts';
import type { InsightContext, InsightQuestions } from './insight-context.ts';
import type { InsightPanel, PanelContent, PanelContext } from './insight-panel.ts';
import { renderStepPair } from './render-pickers.ts';
import { renderFoldedTable } from './render-table.ts';

/** What goes with going on: what people had or did, and no word of a cause. */
export const panel: InsightPanel<FactorsResult | undefined> = {
  toQuestion: (context) => toPairQuestion(toPair(context)),
  ask,
  renderControls,
  render,
};

function toPair({ result, view, localization }: InsightContext): StepPair | undefined {
  return toStepPair(result, view.factors ?? result.factors ?? {}, localization);
}

async function ask(
  context: InsightContext,
  questions: InsightQuestions,
  signal: AbortSignal,
): Promise<FactorsResult | undefined> {
  const { result, supplied } = context;
  const pair = toPair(context);
  const isThere = result.factors?.from === pair?.from.id && result.factors?.to === pair?.to.id;
  if (supplied || (result.factors && isThere)) return result.factors;
  return pair && questions.factors(toPairIds(pair), { signal });
}

function renderControls(context: PanelContext): unknown {
  const pair = toPair(context);
  if (context.supplied || !pair) return nothing;
  const { messages } = getFactorsLocalization(context.localization.tag);
  return renderStepPair(pair, messages, (factors) => context.change({ factors }));
}

function render(context: PanelContext, factors: FactorsResult | undefined): PanelContent {
  const words = getFactorsLocalization(context.localization.tag);
  if (!factors) return { title: words.messages.absent };
  const view = layoutFactors(factors, { ...context, words });
  return {
    title: view.title,
    lead: view.lead,
    body: view.rows.length > 0 ? html`${renderFactors(view)} ${renderNumbers(view, words)}` : undefined,
    notes: view.notes,
  };
}

function renderFactors(view: FactorsView): TemplateResult {
  return html`<div class="intervals factors" ${cssProperties({ '--_all': view.one })}>
    <ul>
      ${view.rows.slice(0, view.drawn).map((row) => renderFactor(row, view))}
    </ul>
    <div class="interval-ticks" aria-hidden="true">
      ${view.ticks.map(({ place, text }) => html`<span ${cssProperties({ '--_x': place })}>${text}</span>`)}
    </div>
  </div>`;
}

function renderFactor(
  { label, place, counts, odds, verdict, verdictText }: FactorRow,
  view: FactorsView,
): TemplateResult {
  return html`<li class=${verdict}>
    <span class="row-name">${label}</span>
    <span class="interval-track" aria-hidden="true">
      ${view.ticks.map((tick) => html`<span class="tick" ${cssProperties({ '--_x': tick.place })}></span>`)}
      <span class="overall"></span>
      <span class="interval" ${cssProperties({ '--_low': place.low, '--_high': place.high })}></span
      ><span class="interval-dot" ${cssProperties({ '--_x': place.rate })}></span>
    </span>
    <span class="row-figure">
      <span class="pill ${verdict}">${verdictText}</span>
      <span>${counts}</span>
      <small>${odds}</small>
    </span>
  </li>`;
}

function renderNumbers(view: FactorsView, { messages }: FactorsLocalization): TemplateResult {
  const { name, own, others, odds, verdict } = messages.columns;
  return renderFoldedTable({
    label: messages.asTable,
    columns: [name, own, others, odds, verdict],
    rows: view.rows.map((row) => ({
      name: row.label,
      cells: [row.own, row.others, row.odds, row.verdictText],
    })),
  });
}
