import { nothing, type ReactiveControllerHost } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type * as RunControlsPart from './render-run-controls.ts';

const PICKERS = ['funnel', 'period', 'compare', 'lookback'];

/** The pickers of a run, which most hosts do not want: loaded when one of them first is. */
export class RunControlsLoader {
  readonly #host: ReactiveControllerHost;
  #part: typeof RunControlsPart | undefined;
  #isAsked = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render(context: RunControlsPart.RunControlsContext): unknown {
    if (!PICKERS.some((name) => context.has(name))) return nothing;
    if (!this.#part) void this.#load();
    return this.#part?.renderRunControls(context) ?? nothing;
  }

  async #load(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const part = await loadPart(() => import('./render-run-controls.ts')).catch(() => undefined);
    this.#isAsked = part !== undefined;
    this.#part = part;
    if (part) this.#host.requestUpdate();
  }
}
