import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type { FunnelDefinition, LocalizedText } from '../../engine/schema/index.ts';

/** A funnel to choose: one of the server's by its id, or a definition. */
export type FunnelChoice = FunnelDefinition | { id: string; name?: LocalizedText; steps?: undefined };

/** What the picker of funnels lists: the host's, else the catalogue, which is loaded when it is first wanted. */
export class FunnelChoicesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isWanted: () => boolean;
  #catalog: readonly FunnelChoice[] | undefined;
  #isAsked = false;

  /** `isWanted` says whether the catalogue is needed. */
  constructor(host: ReactiveControllerHost, isWanted: () => boolean) {
    this.#host = host;
    this.#isWanted = isWanted;
    host.addController(this);
  }

  /** The catalogue's funnels by id and name; undefined while they are not there. */
  get catalog(): readonly FunnelChoice[] | undefined {
    return this.#catalog;
  }

  hostUpdated(): void {
    if (this.#isAsked || !this.#isWanted()) return;
    this.#isAsked = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    // Without it there is no picker; the next update asks again.
    const part = await loadPart(() => import('../../catalog/index.ts')).catch(() => undefined);
    this.#isAsked = part !== undefined;
    this.#catalog = part?.funnelCatalog.map(({ id, name }) => (name === undefined ? { id } : { id, name }));
    if (part) this.#host.requestUpdate();
  }
}
