import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LAYOUT_MESSAGES, type LayoutMessages } from '../../i18n/layout-messages.ts';
import type { Stretch } from '../../layout/funnel-geometry.ts';
import type { FunnelViewModel, StepView } from '../../layout/funnel-view-model.ts';
import { type GroupBar, isFew, layoutFunnelEach, layoutSideBySide } from '../../layout/group-bars.ts';
import { type GroupCard, listCards, toEndRateWords, toRateOfStart } from '../../layout/group-cards.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import { toPlaceOver } from './piece-place.ts';
import { renderGridcell, type RowContext, toFading } from './render-cell.ts';
import type { ShapePart } from './shape-parts-controller.ts';
import { groupStyles } from './styles/group-styles.ts';

/** A breakdown with a bar for each group, all from one zero. Rows are steps, as in every layout. */
export const sideBySide: ShapePart = { styles: groupStyles, renderTrack: renderLanes };

/**
 * A breakdown as a small funnel for each group and one for everybody, the best end rate first. Drawn as cards, and
 * still one grid whose rows are steps and whose columns are groups: ↓ goes down a funnel, → to the next one.
 */
export const funnelEach: ShapePart = { styles: groupStyles, renderGrid: renderCards };

/** The bars of a model, made once for all its rows. */
const laneBars = new WeakMap<FunnelViewModel, GroupBar[][]>();

function renderLanes(step: StepView, context: RowContext): TemplateResult {
  const { view } = context;
  const bars = laneBars.get(view) ?? layoutSideBySide(view.groups, view.mode);
  laneBars.set(view, bars);
  const own = bars[view.steps.indexOf(step)] ?? [];
  return html`<div class="lanes">
    ${repeat(
      step.groups,
      (_cell, index) => view.groups[index]?.label ?? index,
      (cell, index) => renderLane(step, cell, own[index], index, context),
    )}
  </div>`;
}

function renderLane(
  step: StepView,
  cell: CellView,
  bar: GroupBar | undefined,
  index: number,
  context: RowContext,
): TemplateResult {
  const { view } = context;
  const [said, unsaid] = view.mode === 'rate' && cell.rate ? [cell.rate, cell.text] : [cell.text, cell.rate];
  const words = html`<span class="visually-hidden">${step.label}, </span
    ><bdi>${view.groups[index]?.label}</bdi> <b>${said}</b><span class="visually-hidden">, ${unsaid}</span>`;
  return renderBarCell(step, cell, { kind: 'lane', fill: index, bar, words, figures: nothing }, context);
}

function renderCards(context: RowContext): TemplateResult {
  const { view, messages, across } = context;
  const texts = LAYOUT_MESSAGES[messages.language];
  const cards = listCards(view, texts);
  const bars = layoutFunnelEach(
    cards.map(({ group }) => group),
    view.mode,
  );
  const places = cards.map((_card, index) => ({
    '--_across': (index % across) + 1,
    '--_down': Math.floor(index / across) * (view.steps.length + 1) + 1,
  }));
  return html`<p class="axis">${view.mode === 'rate' ? texts.multiplesRateAxis : texts.multiplesAxis}</p>
    <div
      role="grid"
      class="rows cards ${context.textured ? 'textured' : ''}"
      part="grid"
      aria-labelledby="title"
      aria-describedby=${view.summary.text ? 'summary' : nothing}
      aria-rowcount=${view.steps.length + 1}
      aria-colcount=${cards.length + 1}
      aria-multiselectable=${context.interactive ? 'true' : nothing}
      ${cssProperties({ '--_cards': across, '--_steps': view.steps.length })}
    >
      ${places.map((place) => html`<span class="card" aria-hidden="true" ${cssProperties(place)}></span>`)}
      <div role="row" class="card-row" aria-rowindex="1">
        <div role="columnheader" class="visually-hidden" aria-colindex="1">${messages.chart.columnStep}</div>
        ${cards.map((card, index) => renderCardHead(card, index, places[index] ?? {}, texts, context))}
      </div>
      ${repeat(
        view.steps,
        ({ id }) => id,
        (step, at) =>
          html`<div role="row" class="card-row" aria-rowindex=${at + 2}>
            <div role="rowheader" class="visually-hidden" aria-colindex="1">${step.number} ${step.label}</div>
            ${cards.map((card, index) =>
              renderCardCell(step, at, card, index, bars[at]?.[index], places[index] ?? {}, context),
            )}
          </div>`,
      )}
    </div>`;
}

function renderCardHead(
  { label, fill, group }: GroupCard,
  index: number,
  place: Record<`--${string}`, number>,
  texts: LayoutMessages,
  context: RowContext,
): TemplateResult {
  const { messages } = context;
  return html`<div role="columnheader" class="card-head" aria-colindex=${index + 2} ${cssProperties(place)}>
    <span class="card-title">
      ${fill === undefined ? nothing : html`<span class="swatch seg-${(fill % 6) + 1}" part="swatch" aria-hidden="true"></span>`}
      <bdi>${label}</bdi>
    </span>
    <span class="card-rate">
      ${toEndRateWords(group, texts, context)}${
        isFew(group) && fill !== undefined
          ? html` <span class="why">(${messages.chart.tooFew})</span>`
          : nothing
      }
    </span>
  </div>`;
}

function renderCardCell(
  step: StepView,
  at: number,
  card: GroupCard,
  index: number,
  bar: GroupBar | undefined,
  place: Record<`--${string}`, number>,
  context: RowContext,
): unknown {
  const cell = card.cellOf(step);
  if (!cell) return nothing;
  const rate = context.view.mode === 'rate' ? cell.rate : toRateOfStart(card.group, at, context);
  const words = html`<span class="visually-hidden">${card.label}, </span
    ><span class="number">${step.number}</span> ${step.label}`;
  const figures = html`<b>${cell.text}</b>${at > 0 && rate ? html` <span>${rate}</span>` : nothing}`;
  const look: BarLook = {
    kind: 'card-cell',
    fill: card.fill,
    bar,
    words,
    figures,
    place: { ...place, '--_down': (place['--_down'] ?? 1) + at + 1 },
  };
  return renderBarCell(step, { ...cell, column: index + 2 }, look, context);
}

interface BarLook {
  kind: 'lane' | 'card-cell';
  fill: number | undefined;
  bar: GroupBar | undefined;
  words: unknown;
  figures: unknown;
  place?: Record<`--${string}`, number>;
}

/** A cell whose button is all of it: words, a bar from its own zero, figures. */
function renderBarCell(
  step: StepView,
  cell: CellView,
  { kind, fill, bar, words, figures, place }: BarLook,
  context: RowContext,
): TemplateResult {
  const fading = fill === undefined ? '' : toFading(`group:${fill}`, context);
  const missing = html`<span class="absent">${context.messages.chart.missing}</span>`;
  const content = html`<span class="bar-words">${words}</span>
    <span class="bar-track" aria-hidden="true">
      ${bar?.bar ? renderStretch(bar.bar, `segment ${fill === undefined ? 'whole' : `seg-${(fill % 6) + 1}`} ${fading}`) : missing}
      ${bar?.rest ? renderStretch(bar.rest, 'lost') : nothing}
      ${bar?.enlarged ? html`<span class="ring"></span>` : nothing}
    </span>
    ${figures === nothing ? nothing : html`<span class="bar-figures">${figures}</span>`}`;
  const part = fill === undefined ? 'segment' : `segment segment-${fill + 1}`;
  return renderGridcell(
    step,
    cell,
    {
      className: `bar-cell ${kind}`,
      part,
      content,
      button: 'bar-button',
      isNamedByContent: true,
      ...(place ? { place } : {}),
    },
    context,
  );
}

/** Bars of groups lie, in every layout. */
const LYING = { vertical: false };

function renderStretch(stretch: Stretch, className: string): unknown {
  if (stretch.size === 0) return nothing;
  return html`<span class="piece over ${className}" ${cssProperties(toPlaceOver(stretch, LYING))}></span>`;
}
