import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ActivationRow } from '../../layout/figures-activation-view.ts';
import type { CoursePoint, CourseView } from '../../layout/figures-activation-course.ts';
import { cssProperties } from '../../theme/css-properties.ts';

/** The rate over time: lines in SVG, stretched; all text in HTML, so that it is never scaled. */
export function renderCourse(course: CourseView): TemplateResult {
  return html`<div class="course" part="course">
    <h3 id="course">${course.title}</h3>
    <div class="plot" role="img" aria-label=${course.label}>
      ${course.ticks.map(renderGridLine)}
      <div class="area">
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          ${svg`<path class="band" d=${course.band}></path>
          <path class="line" d=${course.line}></path>
          <path class="line dashed" d=${course.dashed}></path>`}
        </svg>
        ${course.target === undefined ? nothing : html`<div class="goal" ${cssProperties({ '--_y': course.target })}></div>`}
        ${course.points.map(renderPoint)}
      </div>
      <div class="axis">
        ${course.points
          .filter(({ tick }) => tick !== '')
          .map(({ x, tick }) => html`<span ${cssProperties({ '--_x': x })}>${tick}</span>`)}
      </div>
    </div>
  </div>`;
}

function renderGridLine({ place, text }: CourseView['ticks'][number]): TemplateResult {
  return html`<div class="grid-line" ${cssProperties({ '--_y': place })}><span>${text}</span></div>`;
}

function renderPoint({
  x,
  y,
  rate,
  named,
  below,
  unfinished,
  label,
}: CoursePoint): TemplateResult | typeof nothing {
  if (y === undefined) return nothing;
  return html`<div
    class="point ${unfinished ? 'unfinished' : ''} ${below ? 'below' : ''}"
    title=${`${label}: ${rate}`}
    ${cssProperties({ '--_x': x, '--_y': y })}
  >
    ${named ? html`<span>${rate}</span>` : nothing}
  </div>`;
}

/** The same numbers as a table, folded away. */
export function renderPeriods(
  rows: readonly ActivationRow[],
  columns: readonly string[],
  title: string,
): TemplateResult {
  return html`<details class="periods" part="table">
    <summary>${title}</summary>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">
                ${row.period}${row.note ? html` <span class="aside">${row.note}</span>` : nothing}
              </th>
              <td>${row.acquired}</td>
              <td>${row.activated}</td>
              <td><strong>${row.rate}</strong></td>
              <td>${row.between}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
