import { html, type TemplateResult } from 'lit';
import type { SceneInput } from '../../layout/wheel-scene.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import type { ClientView } from './client-view.ts';
import type { WheelContext } from './render-context.ts';
import { renderLegend, renderOutside, renderQualification } from './render-extras.ts';
import { renderFlows, renderPhases } from './render-list.ts';
import { renderIcon, renderPicture, toFlowNumber, toHubLines } from './render-picture.ts';

/** What the lists and the picture are handed. */
export interface BodyContext extends WheelContext {
  client: ClientView | undefined;
  /** The card of the person who is shown; loaded when there is one. */
  clientCard: unknown;
  isEveryFlowShown: boolean;
  handleFlows: () => void;
}

/** Picture and list side by side, or one under the other; movements and what is outside below. */
export function renderBody(context: BodyContext): TemplateResult {
  const { view, client } = context;
  const classes = ['body', client ? 'of-client' : '', client || isLong(view) ? 'long' : '']
    .filter(Boolean)
    .join(' ');
  return html`<div class=${classes}>
    <div class="drawing">
      ${renderPicture(context, client)} ${renderLegend(context)} ${renderIcon(view, client?.phase)}
    </div>
    <div class="lists">
      ${context.clientCard} ${renderPhases(context)} ${renderOutside(context)} ${renderQualification(context)}
    </div>
    <div class="below">${renderFlows(context, context.isEveryFlowShown, context.handleFlows)}</div>
  </div>`;
}

/** Phases that say much make the list longer than the picture: the movements go under the picture, else across. */
function isLong({ phases }: WheelViewModel): boolean {
  return phases.some(({ metrics }) => metrics.length > 0);
}

/** What the picture needs of the view model. */
export function toSceneInput(view: WheelViewModel, client: ClientView | undefined): SceneInput {
  return {
    halves: view.halves !== undefined,
    hub: client?.hub ?? toHubLines(view),
    phases: view.phases.map((phase) => ({
      id: phase.id,
      gauge: phase.gauge,
      previous: phase.previousGauge,
      target: phase.target,
      mark: phase.marked,
      friction: phase.friction.length,
      label: {
        name: `${phase.number}.\u00a0${phase.label}`,
        count: phase.measured || phase.count,
        notes: phase.measured ? [] : [phase.shortSpeed].filter(Boolean),
        mark: phase.shortMark || undefined,
      },
    })),
    flows: (view.flows ?? [])
      .filter(({ facts }) => facts.drawn)
      .map(({ facts, words, kind, count }) => ({
        key: facts.key,
        fromIndex: facts.fromIndex,
        toIndex: facts.toIndex,
        count: facts.count,
        kind,
        number: toFlowNumber(kind, count),
        words,
      })),
  };
}
