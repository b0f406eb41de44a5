import { html, nothing, type TemplateResult } from 'lit';
import type { ScorePart } from '../../engine/schema/wheel.ts';
import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import { describePlaceReason } from '../../i18n/wheel-reasons.ts';
import { cssProperties } from '../../theme/css-properties.ts';
import type { ClientView, WheelPerson } from './client-view.ts';

/** One person: where they are, since when, why, and what their score is made of. */
export function renderClient(
  person: WheelPerson,
  client: ClientView,
  localization: WheelLocalization,
  timeZone?: string,
): TemplateResult {
  const { wheel, messages, format } = localization;
  const reasons = person.reasons.map((reason) =>
    describePlaceReason(reason, messages.language, format, timeZone),
  );
  const facts = [client.place, client.since, client.score].filter(Boolean);
  return html`<section class="client" part="client" aria-label=${wheel.client}>
    <div class="who">
      <div>
        <strong>${client.name}</strong>
        <span>${facts.join(' · ')}</span>
      </div>
    </div>
    ${
      reasons.length > 0
        ? html`<h3>${wheel.clientWhy}</h3>
            <ul>
              ${reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
        : nothing
    }
    ${person.parts && person.parts.length > 0 ? renderParts(person.parts, localization) : nothing}
  </section>`;
}

/** Each area's part: what it gave, of what it may give. */
function renderParts(
  parts: readonly ScorePart[],
  { wheel, format, messages }: WheelLocalization,
): TemplateResult {
  const most = Math.max(1, ...parts.map(({ weight }) => weight));
  return html`<h3>${wheel.clientParts}</h3>
    <div class="parts">
      ${parts.map(({ area, weight, contribution }) => {
        const text = messages.fraction(
          format.number(Math.round(contribution * 10) / 10),
          format.number(weight),
        );
        return html`<span>${wheel.area(area)}</span>
          <span
            class="bar"
            aria-hidden="true"
            ${cssProperties({ '--_gauge': `${(contribution / most) * 100}%` })}
          >
            <span class="fill"></span>
          </span>
          <span class="value">${text}</span>`;
      })}
    </div>`;
}
