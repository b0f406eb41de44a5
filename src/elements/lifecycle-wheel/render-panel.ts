import { html, nothing, type TemplateResult } from 'lit';
import type { WheelResult } from '../../engine/schema/wheel.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import { describeWheelRules } from '../../i18n/wheel-rules.ts';
import type { PanelKind } from './panel-controller.ts';

/** What the popover holds: loaded when it is opened for the first time. */
export function renderPanel(
  kind: PanelKind,
  result: WheelResult | undefined,
  localization: WheelLocalization,
): TemplateResult {
  return kind === 'help' ? renderHelp(localization) : renderRules(result, localization);
}

function renderHelp({ wheel }: WheelLocalization): TemplateResult {
  return html`<h3>${wheel.helpTitle}</h3>
    <dl class="keys">
      ${wheel.helpKeys.map(
        ([keys, does]) =>
          html`<dt>${keys}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>`;
}

/** The thresholds that were used, in words; and, of the engagement index, the formula with its weights. */
function renderRules(result: WheelResult | undefined, localization: WheelLocalization): TemplateResult {
  const { wheel, messages, format } = localization;
  const thresholds = result ? thresholdsOf(result) : undefined;
  const rules = thresholds
    ? describeWheelRules(thresholds, result?.model ?? '', messages.language, (value, isShare) =>
        isShare ? format.percent(value) : format.number(value),
      )
    : [];
  return html`<h3>${wheel.rules}</h3>
    ${
      rules.length > 0
        ? html`<ul>
            ${rules.map((rule) => html`<li>${rule}</li>`)}
          </ul>`
        : html`<p>${wheel.rulesNone}</p>`
    }
    ${thresholds ? renderWeights(thresholds, localization) : nothing}`;
}

/** A result's options are the host's, and read with care: those of its model, or flat. */
function thresholdsOf({ options, model }: WheelResult): Record<string, unknown> | undefined {
  if (!isRecord(options)) return undefined;
  const own = options[model];
  return isRecord(own) ? own : options;
}

function renderWeights(thresholds: Record<string, unknown>, localization: WheelLocalization): unknown {
  const { weights } = thresholds;
  if (!isRecord(weights)) return nothing;
  const { wheel } = localization;
  return html`<p>${wheel.formula}</p>
    ${(['before', 'after'] as const).map((half) => renderWeightList(weights[half], wheel[half], localization))}`;
}

function renderWeightList(weights: unknown, title: string, { wheel, format }: WheelLocalization): unknown {
  if (!isRecord(weights)) return nothing;
  const entries = Object.entries(weights).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return html`<h4>${title}</h4>
    <dl>
      ${entries.map(
        ([area, weight]) =>
          html`<dt>${wheel.area(area)}</dt>
            <dd>${format.number(weight)}</dd>`,
      )}
    </dl>`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
