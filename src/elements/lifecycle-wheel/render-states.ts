import { html, nothing, type TemplateResult } from 'lit';
import type { LoadStatus } from '../../controllers/load-controller.ts';
import type { FunnelwheelError } from '../../engine/error.ts';
import type { WheelResult } from '../../engine/schema/wheel.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import { cssProperties } from '../../theme/css-properties.ts';

/** How the numbers stand. */
export interface StateContext {
  localization: WheelLocalization;
  status: LoadStatus;
  /** What is shown: the last good result while a newer one loads or has failed. */
  result: WheelResult | undefined;
  error: FunnelwheelError | undefined;
  view: WheelViewModel | undefined;
  handleRetry: () => void;
}

const OUTLINE = [0.9, 0.6, 0.75, 0.45];

/** Above the wheel: what went wrong while the last good figures stay, what must be set up. */
export function renderBanners(context: StateContext): unknown {
  const { status, result, view } = context;
  const failed = status === 'error' && result ? renderStaleBanner(context, result) : nothing;
  const notices =
    view?.state === 'ready' ? view.notices.map((notice) => renderNotice(notice, context)) : nothing;
  return html`${failed}${notices}`;
}

function renderStaleBanner(
  { localization, error, handleRetry }: StateContext,
  { asOf, timeZone }: WheelResult,
): TemplateResult {
  const { messages, wheel, format } = localization;
  const dated = asOf === undefined || asOf === null ? '' : wheel.stale(format.dateTime(asOf, timeZone));
  return html`<div class="banner error" part="banner" role="alert">
    <span>${toErrorText(error, localization)} ${dated}</span>
    <button type="button" class="button" @click=${handleRetry}>${messages.retry}</button>
  </div>`;
}

/** What some codes say of a funnel is said of the wheel here. */
function toErrorText(error: FunnelwheelError | undefined, { messages, wheel }: WheelLocalization): string {
  const code = error?.code ?? 'internal';
  return code === 'not-configured' ? wheel.notConfigured : messages.errors[code];
}

function renderNotice(
  { text, href }: WheelViewModel['notices'][number],
  { localization }: StateContext,
): TemplateResult {
  return html`<div class="banner warn" part="banner">
    <span>${text}</span>
    <slot name="notice">
      ${href ? html`<a class="button" href=${href}>${localization.wheel.noticeLink}</a>` : nothing}
    </slot>
  </div>`;
}

/** In place of the wheel: loading, failed, nobody. Nothing where it is shown. */
export function renderPlaceholder(context: StateContext): unknown {
  const { result, view, localization } = context;
  const { wheel } = localization;
  if (!result) return renderWithoutResult(context);
  if (!view || view.state === 'ready') return nothing;
  return renderState(wheel.empty, wheel.emptyHint, html`<slot name="empty"></slot>`);
}

function renderWithoutResult({ localization, status, error, handleRetry }: StateContext): TemplateResult {
  const { messages, wheel } = localization;
  if (status === 'error') {
    const retry = html`<button type="button" class="button primary" @click=${handleRetry}>
      ${messages.retry}
    </button>`;
    return html`<div role="alert">
      ${renderState(wheel.errorTitle, toErrorText(error, localization), retry)}
    </div>`;
  }
  if (status === 'pending') return renderLoading(wheel.loading);
  return renderState(wheel.noResult, '', html`<slot name="empty"></slot>`);
}

function renderLoading(text: string): TemplateResult {
  return html`<div class="loading">
    <p>${text}</p>
    <div class="outline" aria-hidden="true">
      <div class="ring"></div>
      <div class="lines">
        ${OUTLINE.map((size) => html`<div ${cssProperties({ '--_size': size })}></div>`)}
      </div>
    </div>
  </div>`;
}

function renderState(title: string, text: string, action: unknown): TemplateResult {
  return html`<div class="state" part="state">
    <strong>${title}</strong>
    ${text ? html`<p>${text}</p>` : nothing} ${action}
  </div>`;
}
