import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FigureLocalization } from '../i18n/figures-common.ts';
import type { FigureMessages } from '../i18n/figures-messages.ts';
import { formatScope } from '../i18n/figures-periods.ts';
import { commonCardStyles } from '../theme/common-card-styles.ts';
import { figureStyles } from '../theme/figure-styles.ts';
import { controlStyles, tokenStyles } from '../theme/tokens.ts';
import { AnnouncerController } from './announcer-controller.ts';
import { LoadingElement } from './loading-element.ts';
import type { LocaleController } from './locale-controller.ts';

/** What every result of a small element says of itself. */
interface Provenance {
  origin?: 'computed' | 'supplied' | undefined;
  asOf?: string | number | null | undefined;
  timeZone?: string | undefined;
  range?: { from?: string | number | null | undefined; to?: string | number | null | undefined } | undefined;
}

/**
 * The card of the small elements: title, period, the sentence that says it all, what is drawn, footnotes; and in its
 * place loading, failure and emptiness. An element says what is between by {@link renderFigure}.
 *
 * @slot title - A title in place of the heading.
 * @slot actions - Buttons of the host's, beside the title.
 * @slot empty - What to do where there is nothing to show.
 */
export abstract class FigureElement<
  Request,
  Result extends Provenance,
  Messages extends FigureMessages,
> extends LoadingElement<Request, Result> {
  static override styles = [tokenStyles, controlStyles, commonCardStyles, figureStyles];

  /** The title; without it what the element is. */
  @property() heading?: string;
  /** First day of the period (`2026-10-01`), or an instant. */
  @property() from?: string;
  /** Last day of the period, included; or an instant. */
  @property() to?: string;

  protected readonly announcer = new AnnouncerController(this);
  protected abstract readonly localization: LocaleController<FigureLocalization<Messages>>;

  /** The title where the host sets none. */
  protected abstract get defaultHeading(): string;

  /** The sentence on top, as it is shown; empty where there is nothing to say. */
  abstract get summary(): string;

  /** Works out what is shown, before each render. */
  protected abstract layoutFigure(): void;

  /** What is drawn of the result. */
  protected abstract renderFigure(): TemplateResult;

  /** Footnotes of the result. */
  protected abstract get notes(): readonly string[];

  protected override update(changed: PropertyValues): void {
    // Not in willUpdate: that comes before the controllers know of the change.
    this.layoutFigure();
    super.update(changed);
  }

  /** The period as options take it; nothing where none is set. */
  protected toRange(): { range?: { from: string | null; to: string | null } } {
    const { from, to } = this;
    return from || to ? { range: { from: from || null, to: to || null } } : {};
  }

  /** *Now* as options take it: digits alone are epoch milliseconds. */
  protected toNow(): { now?: string | number } {
    if (!this.asOf) return {};
    return { now: /^\d{9,}$/.test(this.asOf) ? Number(this.asOf) : this.asOf };
  }

  override render(): TemplateResult {
    const isBusy = this.loader.status === 'pending';
    return html`<section
      class="figure ${isBusy ? 'busy' : ''}"
      part="base"
      lang=${this.localization.tag}
      aria-labelledby="title"
      aria-busy=${isBusy}
    >
      ${this.#renderHead(isBusy)} ${this.#renderBanner()} ${this.#renderBody()} ${this.announcer.render()}
    </section>`;
  }

  #renderHead(isBusy: boolean): TemplateResult {
    const { messages } = this.localization;
    const isLoadingAnew = isBusy && this.result !== undefined;
    return html`<header class="head" part="head">
      <div class="titles">
        <h2 id="title" part="title"><slot name="title">${this.heading || this.defaultHeading}</slot></h2>
        ${this.result ? html`<p class="scope" part="scope">${this.#toScope(this.result)}</p>` : nothing}
      </div>
      ${isLoadingAnew ? html`<span class="updating">${messages.updating}</span>` : nothing}
      <slot name="actions"></slot>
    </header>`;
  }

  #toScope({ range, timeZone }: Result): string {
    const { messages, format } = this.localization;
    return formatScope(range, format, messages, timeZone);
  }

  #renderBanner(): unknown {
    const { status, error } = this.loader;
    if (status !== 'error' || this.result === undefined) return nothing;
    const { messages } = this.localization;
    return html`<div class="banner error" part="banner" role="alert">
      <span>${messages.errors[error?.code ?? 'internal']} ${this.#toDate(this.result, messages.stale)}</span>
      <button type="button" class="button" @click=${this.retry}>${messages.retry}</button>
    </div>`;
  }

  #renderBody(): unknown {
    if (this.result === undefined) return this.#renderWithoutResult();
    return html`${this.summary ? html`<p class="summary" part="summary">${this.summary}</p>` : nothing}
      <div class="body">${this.renderFigure()}</div>
      ${this.#renderNotes(this.result)}`;
  }

  #renderWithoutResult(): TemplateResult {
    const { messages, format } = this.localization;
    const { status, error, progress } = this.loader;
    if (status === 'error') {
      const retry = html`<button type="button" class="button primary" @click=${this.retry}>
        ${messages.retry}
      </button>`;
      const why = messages.errors[error?.code ?? 'internal'];
      return html`<div role="alert">${this.renderState(messages.errorTitle, why, retry)}</div>`;
    }
    if (status !== 'pending')
      return this.renderState(messages.noResult, '', html`<slot name="empty"></slot>`);
    const { loaded, total } = progress ?? {};
    const share = loaded !== undefined && total ? loaded / total : undefined;
    const text = share === undefined ? messages.loading : messages.loadingShare(format.percent(share, 1));
    return html`<div class="loading" part="state">
      <p>${text}</p>
      <div class="skeleton" aria-hidden="true">
        <div></div>
        <div></div>
        <div></div>
      </div>
    </div>`;
  }

  /** A message in place of the figure. */
  protected renderState(title: string, text: string, action: unknown = nothing): TemplateResult {
    return html`<div class="state" part="state">
      <strong>${title}</strong>
      ${text ? html`<p>${text}</p>` : nothing} ${action}
    </div>`;
  }

  #renderNotes(result: Result): TemplateResult {
    const { messages, format } = this.localization;
    const left = this.loader.summary?.rejected.count ?? 0;
    const rejected = left > 0 ? [messages.rejected({ n: left, text: format.number(left) })] : [];
    const origin = result.origin === 'computed' ? messages.computed : messages.supplied;
    const source = [this.#toDate(result, messages.asOf), origin].filter(Boolean).join(' · ');
    return html`<footer class="notes" part="notes">
      ${[...this.notes, ...rejected].map((note) => html`<p>${note}</p>`)}
      <p class="source">${source}</p>
    </footer>`;
  }

  #toDate({ asOf, timeZone }: Result, write: (date: string) => string): string {
    if (asOf === undefined || asOf === null) return '';
    return write(this.localization.format.date(asOf, timeZone));
  }
}
