import { html, nothing, type TemplateResult } from 'lit';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import { cssProperties } from '../../theme/css-properties.ts';

export { sparkStyles } from './styles/spark-styles.ts';

/** What the card shows. */
export interface SparkContext {
  localization: ChartLocalization;
  view: FunnelViewModel | undefined;
  /** What to say where there are no bars. */
  message: string;
  busy: boolean;
  /** Where its link leads; without it a button opens the whole chart. */
  href: string | undefined;
  /** The whole chart is open: it is the region of this name then. */
  expanded: boolean;
  handleExpand: () => void;
}

/** The chart as a card: bars without labels, first and last counts, the total rate, one link. */
export function renderSpark(context: SparkContext): TemplateResult {
  const { localization, view, message, busy } = context;
  const isReady = view?.state === 'ready';
  const title = view?.title ?? localization.messages.chart.untitled;
  return html`<section
    class="chart spark ${busy ? 'busy' : ''}"
    part="base spark"
    role=${context.expanded ? 'group' : nothing}
    lang=${localization.tag}
    aria-labelledby="spark-title"
    aria-describedby=${isReady ? 'spark-summary' : nothing}
    aria-busy=${busy}
    tabindex="-1"
    data-focus-last
  >
    <div class="spark-head">
      <p class="spark-title" id="spark-title">${title}</p>
      ${isReady ? renderLink(context, title) : nothing}
    </div>
    ${isReady ? renderFigures(view, localization) : html`<p class="scope">${message}</p>`}
  </section>`;
}

function renderFigures(view: FunnelViewModel, { format, messages }: ChartLocalization): TemplateResult {
  const { first, last, rate } = view.totals;
  const counts = [first, last].map((count) => (count === undefined ? '—' : format.compact(count)));
  return html`<p class="visually-hidden" id="spark-summary">${view.summary.text}</p>
    <div class="spark-body">
      <p class="spark-figures" aria-hidden="true">
        ${rate ? html`<b>${rate}</b>` : nothing}
        <span>${messages.chart.sparkCounts(counts[0] ?? '', counts[1] ?? '')}</span>
      </p>
      <div class="spark-bars" aria-hidden="true">
        ${view.steps.map(({ geometry, missing }) => {
          const size =
            geometry.segments.reduce((sum, segment) => sum + segment.size, 0) +
            (geometry.ungrouped?.size ?? 0);
          return html`<div
            class="spark-bar ${missing ? 'unknown' : ''}"
            ${cssProperties({ '--_size': size })}
          ></div>`;
        })}
      </div>
    </div>`;
}

/** One link; its name says which funnel, for lists of links. */
function renderLink({ localization, href, handleExpand }: SparkContext, title: string): TemplateResult {
  const text = localization.messages.chart.sparkLink;
  const name = `${text}${localization.messages.colon}${title}`;
  if (href) return html`<a class="spark-link" href=${href} aria-label=${name}>${text}</a>`;
  return html`<button
    type="button"
    class="spark-link"
    aria-haspopup="dialog"
    aria-label=${name}
    @click=${handleExpand}
  >
    ${text}
  </button>`;
}
