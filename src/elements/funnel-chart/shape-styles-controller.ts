import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type { ChartShape } from '../../layout/chart-shape.ts';
import { adoptStyles } from './adopt-styles.ts';

type StyledShape = 'table' | 'columns';

const LOADERS: Record<StyledShape, () => Promise<CSSResult>> = {
  table: async () => (await import('./styles/table-styles.ts')).tableStyles,
  columns: async () => (await import('./styles/column-styles.ts')).columnStyles,
};

/** The styles of the shapes that few charts take, loaded when one is first wanted; until then the chart is bars. */
export class ShapeStylesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ready = new Set<StyledShape>();
  readonly #asked = new Set<StyledShape>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // What was on its way may not have come: asked again when it is back.
    this.#asked.clear();
  }

  /** The shape as far as it can be drawn now. */
  resolve(shape: ChartShape): ChartShape {
    if (shape === 'bars' || shape === 'spark') return shape;
    const styled = shape === 'columns' ? 'columns' : 'table';
    if (this.#ready.has(styled)) return shape;
    void this.#load(styled);
    return 'bars';
  }

  async #load(shape: StyledShape): Promise<void> {
    if (this.#asked.has(shape)) return;
    this.#asked.add(shape);
    const styles = await loadPart(LOADERS[shape]).catch(() => undefined);
    if (!styles) return void this.#asked.delete(shape);
    adoptStyles(this.#host, styles);
    this.#ready.add(shape);
    this.#host.requestUpdate();
  }
}
