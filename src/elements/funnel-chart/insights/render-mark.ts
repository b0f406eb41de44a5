import { html, type TemplateResult } from 'lit';
import { type Mark, toMarkName } from '../../../layout/insight-mark.ts';
import type { InsightContext } from './insight-context.ts';

/** Whether a mark opens its people: look, role and event all follow from this. */
export function isOpenable({ segment }: Mark, { interactive }: Pick<InsightContext, 'interactive'>): boolean {
  return interactive && segment !== undefined;
}

/**
 * A mark in a drawing, with all its numbers in its name. It can have the focus whether or not it opens anything, so that
 * everybody can read it.
 */
export function renderPlotMark(
  mark: Mark,
  context: Pick<InsightContext, 'interactive' | 'localization'>,
  content: unknown,
): TemplateResult {
  const name = toMarkName(mark, context.localization.messages.colon);
  if (!isOpenable(mark, context))
    return html`<div class="mark" role="img" aria-label=${name} tabindex="-1" data-mark=${mark.key}>
      ${content}
    </div>`;
  return html`<button type="button" class="mark" aria-label=${name} tabindex="-1" data-mark=${mark.key}>
    ${content}
  </button>`;
}

/** A number in a table or a sentence that opens its people, where it does. */
export function renderMarkText(
  mark: Mark,
  text: string,
  context: Pick<InsightContext, 'interactive' | 'localization'>,
): unknown {
  if (!isOpenable(mark, context)) return text;
  const name = toMarkName(mark, context.localization.messages.colon);
  return html`<button type="button" class="link-button" aria-label=${name} data-mark=${mark.key}>
    ${text}
  </button>`;
}
