import { html, nothing, type TemplateResult } from 'lit';
import type { Subject } from '../../i18n/index.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import type { LoadState } from './load-state.ts';

/** What the states need besides. */
export interface StateContext {
  localization: ChartLocalization;
  state: LoadState;
  view: FunnelViewModel | undefined;
  subject: Subject;
  /** Names of the steps while there are no numbers, as far as they are known. */
  stepNames: readonly string[];
  handleRetry: () => void;
  handleClearFilters: () => void;
  /** Widens the period; absent where the chart cannot. */
  handleWiden: (() => void) | undefined;
}

/** What a place too small for a state says of it; empty where there are numbers. */
export function toStateText(context: StateContext): string {
  const { localization, state, view } = context;
  const { chart, errors } = localization.messages;
  if (state.result && view) {
    if (view.state === 'ready') return '';
    if (view.state === 'filtered') return chart.filteredOut;
    return view.notices[0]?.text ?? toEmptyText(context)[0];
  }
  if (state.status === 'error') return errors[state.error?.code ?? 'internal'];
  return state.status === 'pending' ? chart.loading : chart.noResult;
}

/** That nobody entered, and what to do about it: another period helps only where one is set. */
function toEmptyText({ localization, state, subject }: StateContext): [title: string, hint: string] {
  const { chart } = localization.messages;
  const { from, to } = state.result?.range ?? {};
  const isLimited = (from ?? to ?? null) !== null;
  return isLimited
    ? [chart.emptyPeriod(subject), chart.emptyPeriodHint]
    : [chart.emptyData(subject), chart.emptyDataHint];
}

/** Lengths of the outline bars: a funnel's shape, no numbers. */
const OUTLINE = [1, 0.72, 0.48, 0.3];

/** Above the chart: what went wrong while the last good figures stay, what must be set up. */
export function renderBanners(context: StateContext): unknown {
  const { state, view } = context;
  const failed = state.status === 'error' && state.result ? renderStaleBanner(context) : nothing;
  const notices =
    view && view.state === 'ready' ? view.notices.map((notice) => renderNotice(notice, context)) : nothing;
  return html`${failed}${notices}`;
}

function renderStaleBanner({ localization, state, handleRetry }: StateContext): TemplateResult {
  const { messages, format } = localization;
  const asOf = state.result?.asOf;
  const code = state.error?.code ?? 'internal';
  const dated =
    asOf === undefined || asOf === null
      ? ''
      : messages.chart.stale(format.dateTime(asOf, state.result?.range?.timeZone));
  return html`<div class="banner error" part="banner" role="alert">
    <span>${messages.errors[code]} ${dated}</span>
    <button type="button" class="button" @click=${handleRetry}>${messages.retry}</button>
  </div>`;
}

function renderNotice(
  notice: FunnelViewModel['notices'][number],
  { localization }: StateContext,
): TemplateResult {
  return html`<div class="banner warn" part="banner">
    <span>${notice.text}</span>
    <slot name="notice">${renderNoticeLink(notice.href, localization)}</slot>
  </div>`;
}

function renderNoticeLink(href: string | undefined, { messages }: ChartLocalization): unknown {
  return href ? html`<a class="button" href=${href}>${messages.chart.noticeLink}</a>` : nothing;
}

/**
 * In place of the rows: loading, failed, filtered out, not configured; above empty tracks: nobody. Nothing where
 * rows are shown.
 */
export function renderPlaceholder(context: StateContext): unknown {
  const { state, view } = context;
  if (!state.result) return renderWithoutResult(context);
  if (!view || view.state === 'ready') return nothing;
  const { messages } = context.localization;
  const { chart } = messages;
  if (view.state === 'not-configured') {
    const notice = view.notices[0];
    return renderState(
      notice?.text ?? '',
      '',
      html`<slot name="notice">${renderNoticeLink(notice?.href, context.localization)}</slot>`,
    );
  }
  if (view.state === 'filtered') {
    const clear = html`<button type="button" class="button" @click=${context.handleClearFilters}>
      ${chart.clearFilters}
    </button>`;
    return renderState(chart.filteredOut, '', clear);
  }
  const widen = html`<button type="button" class="button" @click=${context.handleWiden}>
    ${chart.widenPeriod}
  </button>`;
  return renderState(
    ...toEmptyText(context),
    html`<slot name="empty">${context.handleWiden ? widen : nothing}</slot>`,
  );
}

function renderWithoutResult(context: StateContext): TemplateResult {
  const { localization, state, handleRetry } = context;
  const { messages } = localization;
  if (state.status === 'error') {
    const retry = html`<button type="button" class="button primary" @click=${handleRetry}>
      ${messages.retry}
    </button>`;
    const why = messages.errors[state.error?.code ?? 'internal'];
    return html`<div role="alert">${renderState(messages.chart.errorTitle, why, retry)}</div>`;
  }
  if (state.status === 'pending') return renderLoading(context);
  return renderState(messages.chart.noResult, '', html`<slot name="empty"></slot>`);
}

function renderLoading({ localization, state, stepNames }: StateContext): TemplateResult {
  const { messages, format } = localization;
  const { chart } = messages;
  const { progress } = state;
  const text =
    progress === undefined
      ? chart.loading
      : chart.loadingPhase(format.percent(Math.round(progress * 100) / 100));
  return html`<div class="loading" tabindex="-1" data-focus-last>
    <p>${text}</p>
    ${progress === undefined ? nothing : html`<progress max="1" .value=${progress} aria-label=${chart.loading}></progress>`}
    <div class="skeleton" aria-hidden="true">
      ${toOutline(stepNames).map(
        ([name, size]) =>
          html`${name ? html`<span>${name}</span>` : nothing}
            <div class="outline" ${cssProperties({ '--_size': size })}></div>`,
      )}
    </div>
  </div>`;
}

/** A bar for each step that is known by name, else a funnel's shape. */
function toOutline(names: readonly string[]): [name: string, size: number][] {
  if (names.length === 0) return OUTLINE.map((size) => ['', size]);
  return names.map((name, index) => [name, 1 - (0.75 * index) / names.length]);
}

function renderState(title: string, text: string, action: unknown): TemplateResult {
  return html`<div class="state" part="state" tabindex="-1" data-focus-last data-focus-zone="state">
    <strong>${title}</strong>
    ${text ? html`<p>${text}</p>` : nothing} ${action}
  </div>`;
}
