import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationMessages } from '../../i18n/figures-activation.ts';
import type { ActivationView, ReferenceView } from '../../layout/figures-activation-view.ts';
import { cssProperties } from '../../theme/css-properties.ts';

/** The big figure with its formula, and beside it how it stands against target and benchmark. */
export function renderRate(view: ActivationView): TemplateResult {
  return html`<div class="rate" part="rate">
    <div class="headline">
      <p class="value" part="value"><span class="number">${view.figure}</span> <span>${view.beside}</span></p>
      <p class="formula" part="formula">${view.formula}</p>
      ${view.interval ? html`<p class="margin">${view.interval}</p>` : nothing}
    </div>
    <div class="standing">
      ${renderGauge(view)} ${view.target ? renderReference(view.target, 'target') : nothing}
      ${view.benchmark ? renderReference(view.benchmark, 'benchmark') : nothing}
    </div>
  </div>`;
}

/** Drawn only: every number of it is written beside it. */
function renderGauge({ gauge, target, benchmark }: ActivationView): TemplateResult {
  const { rate, low, high } = gauge;
  return html`<div
    class="gauge"
    part="gauge"
    aria-hidden="true"
    ${cssProperties({ '--_rate': rate, '--_low': low, '--_high': high })}
  >
    <div class="track"><div class="fill"></div></div>
    <div class="spread"></div>
    ${target ? html`<div class="mark target" ${cssProperties({ '--_at': target.place })}></div>` : nothing}
    ${benchmark ? html`<div class="mark benchmark" ${cssProperties({ '--_at': benchmark.place })}></div>` : nothing}
    <div class="ticks">
      ${gauge.ticks.map(({ place, text }) => html`<span ${cssProperties({ '--_at': place })}>${text}</span>`)}
    </div>
  </div>`;
}

function renderReference({ text, verdict, met, href }: ReferenceView, kind: string): TemplateResult {
  const state = met === undefined ? '' : met ? 'met' : 'missed';
  return html`<p class="reference ${kind} ${state}" part=${kind}>
    <span class="key" aria-hidden="true"></span>
    <span>
      <strong>${href ? html`<a href=${href}>${text}</a>` : text}</strong>
      ${verdict ? html`<span class="verdict">${verdict}</span>` : nothing}
    </span>
  </p>`;
}

/** Names the columns of the table of periods. */
export function listColumns(messages: ActivationMessages, interval: 'day' | 'week' | 'month'): string[] {
  return [messages.period[interval], messages.acquired, messages.activated, messages.rate, messages.margin];
}
