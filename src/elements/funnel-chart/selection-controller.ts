import type { ReactiveControllerHost } from 'lit';
import { toggleCell } from './grid-keyboard.ts';

/** The cells the reader has marked to open together. Cells that are gone after an update are marked no more. */
export class SelectionController {
  readonly #host: ReactiveControllerHost;
  readonly #exists: (key: string) => boolean;
  #cells: ReadonlySet<string> = new Set();

  /** `exists` says whether a cell can still be opened. */
  constructor(host: ReactiveControllerHost, exists: (key: string) => boolean) {
    this.#host = host;
    this.#exists = exists;
  }

  /** The marked cells that are there, in the order they were marked. */
  get cells(): ReadonlySet<string> {
    const kept = [...this.#cells].filter((key) => this.#exists(key));
    if (kept.length < this.#cells.size) this.#cells = new Set(kept);
    return this.#cells;
  }

  toggle(key: string): void {
    this.#cells = toggleCell(this.#cells, key);
    this.#host.requestUpdate();
  }

  readonly clear = (): void => {
    this.#cells = new Set();
    this.#host.requestUpdate();
  };
}
