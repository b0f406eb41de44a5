import { html, nothing, svg, type TemplateResult } from 'lit';
import type { WheelMarks } from '../../controllers/wheel-chart-link.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import { SIGNS } from './render-picture.ts';
import type { WheelScene } from '../../layout/wheel-scene.ts';
import type { WheelContext } from './render-context.ts';

/** The sentence that says how the whole stands. */
export function renderSummary({ summary }: WheelViewModel): TemplateResult | typeof nothing {
  const { lead, sentences, asides, text } = summary;
  if (!text) return nothing;
  return html`<p class="summary" id="summary" part="summary">
    ${lead ? html`<strong>${lead}</strong> ` : nothing}${sentences.join(' ')}${
      asides.length > 0 ? html`<span class="asides">${` ${asides.join(' ')}`}</span>` : nothing
    }
  </p>`;
}

/** Who is marked on the wheel, and the way out of it. */
export function renderMarks(
  marks: WheelMarks | undefined,
  { wheel }: WheelLocalization,
  handleClear: () => void,
): TemplateResult | typeof nothing {
  if (!marks) return nothing;
  return html`<p class="marks" part="marks" role="status">
    <span class="mark-sign" aria-hidden="true"></span>
    <span>${wheel.marks(marks.label)}</span>
    <button type="button" class="text-button" @click=${handleClear}>${wheel.clearMarks}</button>
  </p>`;
}

/** Marketing qualified, sales accepted, sales qualified. */
export function renderQualification({ view, localization }: WheelContext): TemplateResult | typeof nothing {
  if (view.qualification.length === 0) return nothing;
  return html`<section
    class="qualification"
    part="qualification"
    aria-label=${localization.wheel.qualification}
  >
    <h3>${localization.wheel.qualification}</h3>
    <dl>
      ${view.qualification.map(
        ({ name, count, rule }) =>
          html`<div>
            <dt>${name} <small>${rule}</small></dt>
            <dd>${count}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

/** What arc, width and tone mean. */
export function renderLegend({ view, scene, localization }: WheelContext): TemplateResult | typeof nothing {
  const { wheel } = localization;
  const isDrawn = scene !== undefined;
  const notes = [
    view.gaugeNote,
    isDrawn && view.kinds.length > 0 ? wheel.flowsNote : '',
    isDrawn ? toNotDrawn(view, scene, localization) : '',
  ].filter(Boolean);
  if (!isDrawn)
    return notes.length > 0
      ? html`<div class="legend">${notes.map((note) => html`<p>${note}</p>`)}</div>`
      : nothing;
  const hasFriction = view.phases.some(({ friction }) => friction.length > 0);
  return html`<div class="legend" part="legend">
    ${
      view.kinds.length > 0 || hasFriction
        ? html`<ul aria-label=${wheel.legend}>
            ${view.kinds.map(
              ({ kind, word }) =>
                html`<li>
                  <svg class="flow ${kind}" width="30" height="12" aria-hidden="true">
                    ${svg`<path class="line" d="M1,6H20" stroke-width="5" stroke-dasharray=${toLegendDash(kind)} /><path class="head" d="M29,6L19,1V11Z" />`}
                  </svg>
                  ${SIGNS[kind] ? html`<span aria-hidden="true">${SIGNS[kind]}</span>` : nothing} ${word}
                </li>`,
            )}
            ${
              hasFriction
                ? html`<li>
                    <svg class="friction" width="26" height="23" viewBox="0 0 26 23" aria-hidden="true">
                      ${svg`<path d="M13,1.5L25,21.5H1Z" /><text x="13" y="18.5">n</text>`}
                    </svg>
                    ${wheel.frictionLegend}
                  </li>`
                : nothing
            }
          </ul>`
        : nothing
    }
    ${notes.map((note) => html`<p>${note}</p>`)}
  </div>`;
}

/** What the picture lacks for want of room, said where its arrows are explained. */
function toNotDrawn(view: WheelViewModel, scene: WheelScene, { wheel, format }: WheelLocalization): string {
  const wanted = view.flows?.filter(({ facts }) => facts.drawn).length ?? 0;
  const n = wanted - scene.flows.length;
  return n > 0 ? wheel.noRoom({ n, text: format.number(n) }) : '';
}

function toLegendDash(kind: string): string | typeof nothing {
  if (kind === 'leave') return '4 3';
  return kind === 'bring' ? '0.1 6.5' : nothing;
}

/** Those who are counted, and in no phase. */
export function renderOutside({
  view,
  interactive,
  localization,
}: WheelContext): TemplateResult | typeof nothing {
  if (view.outside.length === 0 && !view.unknown) return nothing;
  return html`<section class="outside" part="outside" aria-labelledby="outside">
    <h3 id="outside">${localization.wheel.outsideTitle}</h3>
    <ul>
      ${view.outside.map(({ id, name, count, rule, label }) => {
        const text = html`<span class="name">${name}</span> <span class="count">${count}</span>`;
        return html`<li>
          ${
            interactive
              ? html`<button
                  type="button"
                  class="row"
                  tabindex="-1"
                  data-stop="phase"
                  data-key="outside:${id}"
                  data-open="outside:${id}"
                  aria-label=${label}
                >
                  ${text}
                </button>`
              : html`<div class="row">${text}</div>`
          }
          ${rule ? html`<p class="rule">${rule}</p>` : nothing}
        </li>`;
      })}
      ${view.unknown ? html`<li class="quiet">${view.unknown}</li>` : nothing}
    </ul>
  </section>`;
}

/** Where the numbers come from, and the way to their rules. */
export function renderNotes(
  view: WheelViewModel,
  rules: string,
  handleRules: (event: Event) => void,
): TemplateResult {
  return html`<ul class="notes" part="notes">
    ${view.notes.map((note) => html`<li>${note}</li>`)}
    <li>
      <button type="button" class="text-button" aria-haspopup="dialog" @click=${handleRules}>${rules}</button>
    </li>
  </ul>`;
}
