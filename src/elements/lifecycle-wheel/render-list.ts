import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FlowView, MetricView, PhaseView } from '../../layout/wheel-view.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import { SIGNS } from './render-picture.ts';
import type { WheelContext } from './render-context.ts';

/** The phases in their order, with the same numbers as the picture. */
export function renderPhases(context: WheelContext): TemplateResult {
  const { view, localization } = context;
  return html`<ol class="phases" part="phases" aria-label=${localization.wheel.phasesLabel}>
    ${repeat(
      view.phases,
      ({ id }) => id,
      (phase) => renderPhase(phase, context),
    )}
  </ol>`;
}

function renderPhase(phase: PhaseView, context: WheelContext): TemplateResult {
  const place = `phase:${phase.id}`;
  return html`<li class="phase ${phase.isCurrent ? 'current' : ''}" part="phase" data-place=${place}>
    ${
      context.interactive
        ? html`<button
            type="button"
            class="row"
            tabindex="-1"
            data-stop="phase"
            data-key=${place}
            data-open=${place}
            data-place=${place}
            aria-label=${phase.name}
            aria-current=${phase.isCurrent ? 'step' : nothing}
          >
            ${renderRow(phase)}
          </button>`
        : html`<div class="row" aria-current=${phase.isCurrent ? 'step' : nothing}>${renderRow(phase)}</div>`
    }
    ${renderDetails(phase, context)}
  </li>`;
}

/** What is seen is a part of the button's name, in the same order; the number in the circle is drawn by the styles. */
function renderRow(phase: PhaseView): TemplateResult {
  return html`<span class="badge" aria-hidden="true" data-number=${phase.number}></span>
    <span class="name">${phase.label}</span>
    <span class="count">${phase.measured || phase.count}</span>
    <span class="bar" aria-hidden="true" ${cssProperties(toLengths(phase))}>
      ${phase.gauge === undefined ? nothing : html`<span class="fill"></span>`}
      ${phase.marked === undefined ? nothing : html`<span class="mark"></span>`}
      ${phase.previousGauge === undefined ? nothing : html`<span class="tick"></span>`}
    </span>`;
}

function toLengths({ gauge, marked, previousGauge }: PhaseView): Record<`--${string}`, string | undefined> {
  const percent = (part: number | undefined): string | undefined =>
    part === undefined ? undefined : `${Math.min(1, part) * 100}%`;
  return { '--_gauge': percent(gauge), '--_mark': percent(marked), '--_previous': percent(previousGauge) };
}

function renderDetails(phase: PhaseView, { localization }: WheelContext): TemplateResult {
  const { wheel, format } = localization;
  const facts = [
    phase.isMissing ? wheel.missing : '',
    phase.measured ? wheel.people({ n: phase.people ?? 0, text: phase.count }) : '',
    phase.share,
    phase.speedChange,
    phase.wonBack,
  ].filter(Boolean);
  const [worst, ...others] = phase.friction;
  const more =
    others.length > 0 ? wheel.moreFriction({ n: others.length, text: format.number(others.length) }) : '';
  return html`<div class="details">
    ${facts.length > 0 ? html`<p>${facts.join(' · ')}</p>` : nothing}
    ${phase.mark ? html`<p class="marked"><span class="mark-sign" aria-hidden="true"></span>${phase.mark}</p>` : nothing}
    ${phase.balance ? html`<p class="balance ${phase.residual ? 'residual' : ''}">${phase.balance}</p>` : nothing}
    ${phase.metrics.length > 0 ? renderMetrics(phase.metrics) : nothing}
    ${worst ? html`<p class="friction-line ${worst.severity}">${renderFrictionSign()} ${worst.text}</p>` : nothing}
    ${
      more
        ? html`<details class="more">
            <summary>${more}</summary>
            <ul>
              ${others.map(({ text, severity }) => html`<li class="friction-line ${severity}">${text}</li>`)}
            </ul>
          </details>`
        : nothing
    }
  </div>`;
}

/** The picture's triangle, with an exclamation mark: a filled one is the sign of a return. */
function renderFrictionSign(): TemplateResult {
  return html`<svg class="friction-sign" width="14" height="13" viewBox="0 0 14 13" aria-hidden="true">
    ${svg`<path d="M7,1L13.2,12H0.8ZM7,4.6V8M7,9.6V10.4" />`}
  </svg>`;
}

function renderMetrics(metrics: readonly MetricView[]): TemplateResult {
  return html`<dl class="metrics" part="metrics">
    ${metrics.map(
      ({ name, value, note, met }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>
            ${met === undefined ? nothing : html`<span class=${met ? 'met' : 'unmet'} aria-hidden="true">${met ? '✓' : '▽'}</span>`}
            <strong>${value}</strong>${note ? html` <small>${note}</small>` : nothing}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** The movements by size; those beyond the drawn are opened with their sum. */
export function renderFlows(
  context: WheelContext,
  isOpen: boolean,
  handleToggle: () => void,
): TemplateResult | typeof nothing {
  const { view, localization } = context;
  const { wheel } = localization;
  if (!view.flows) return html`<p class="quiet" part="flows">${view.flowsMissing}</p>`;
  if (view.flows.length === 0) return html`<p class="quiet" part="flows">${wheel.nobodyMoved}</p>`;
  const shown = isOpen ? view.flows : view.flows.filter(({ facts }) => facts.drawn);
  return html`<section class="flows" part="flows" aria-labelledby="flows">
    <h3 id="flows">${wheel.flows}</h3>
    ${view.flowSums.length > 0 ? html`<p class="quiet"><bdi>${view.flowSums.join(' · ')}</bdi></p>` : nothing}
    <ul>
      ${repeat(
        shown,
        ({ key }) => key,
        (flow) => renderFlowRow(flow, context),
      )}
    </ul>
    ${
      view.moreFlows
        ? html`<button type="button" class="text-button" aria-expanded=${isOpen} @click=${handleToggle}>
            <bdi>${isOpen ? wheel.fewerFlows : view.moreFlows}</bdi>
          </button>`
        : nothing
    }
  </section>`;
}

function renderFlowRow(flow: FlowView, { interactive, localization }: WheelContext): TemplateResult {
  const place = `flow:${flow.key}`;
  // Who was brought has no list: there is nothing to open.
  const isButton = interactive && flow.kind !== 'bring';
  const text = html`<span class="sign ${flow.kind}" aria-hidden="true"></span>
    <span class="path"><bdi>${flow.from}</bdi> <span class="arrow">→</span> <bdi>${flow.to}</bdi></span>
    <span class="count" data-sign=${SIGNS[flow.kind] ?? nothing}>${flow.count}</span>`;
  const row = isButton
    ? html`<button
        type="button"
        class="row"
        tabindex="-1"
        data-stop="flow"
        data-key=${place}
        data-open=${place}
        data-place=${place}
        aria-label=${flow.name}
      >
        ${text}
      </button>`
    : html`<div class="row">${text}</div>`;
  return html`<li data-place=${place}>
    ${row}
    <span class="kind" aria-hidden=${isButton ? 'true' : nothing}
      >${flow.kindWord}${flow.facts.drawn ? nothing : ` · ${localization.wheel.notDrawn}`}</span
    >
  </li>`;
}
