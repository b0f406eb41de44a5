import { html, nothing, type TemplateResult } from 'lit';
import type { StepView } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { listCells } from '../../layout/step-sort.ts';
import type { FilterContext } from './render-filters.ts';

/** All parts of a step that open, each as a line of its own: for those too narrow to be hit on the bar. */
export function renderMenu(step: StepView, { localization, handleOpen }: FilterContext): TemplateResult {
  const cells = listCells(step).filter((cell) => cell.segment !== undefined);
  return html`<h3>${localization.messages.chart.rowMenu(step.label)}</h3>
    <ul class="menu">
      ${cells.map(
        (cell) =>
          html`<li>
            <button type="button" class="menu-item" @click=${() => handleOpen(`${step.id}/${cell.key}`)}>
              ${renderWords(step, cell)}
            </button>
          </li>`,
      )}
    </ul>`;
}

/** The step is named above: a line says the group, if it is one, and its numbers. */
function renderWords(step: StepView, { heading, words }: CellView): unknown {
  const group = heading.slice(step.label.length + 2);
  return html`${group ? html`<strong>${group}</strong> ` : nothing}${words}`;
}
