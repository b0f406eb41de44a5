import type { CSSResult, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { loadPart } from '../../data/load-part.ts';
import type { ChartShape } from '../../layout/chart-shape.ts';
import type { StepView } from '../../layout/funnel-view-model.ts';
import { adoptStyles } from '../../theme/adopt-styles.ts';
import type { RowContext } from './render-cell.ts';

/** What a shape that few charts take brings along: its styles, and how it draws what others draw otherwise. */
export interface ShapePart {
  styles: CSSResult;
  /** In place of the bar of a step. */
  renderTrack?: (step: StepView, context: RowContext) => TemplateResult;
  /** In place of the whole grid. */
  renderGrid?: (context: RowContext) => TemplateResult;
}

type LoadedShape = 'table' | 'columns' | 'grouped' | 'multiples';

const LOADERS: Record<LoadedShape, () => Promise<ShapePart>> = {
  table: async () => ({ styles: (await import('./styles/table-styles.ts')).tableStyles }),
  columns: async () => ({ styles: (await import('./styles/column-styles.ts')).columnStyles }),
  grouped: async () => (await import('./render-groups.ts')).sideBySide,
  multiples: async () => (await import('./render-groups.ts')).funnelEach,
};

/** The shapes that few charts take, loaded when one is first wanted; until then the chart is bars. */
export class ShapePartsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ready = new Map<LoadedShape, ShapePart>();
  readonly #asked = new Set<LoadedShape>();

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
    const loaded = toLoaded(shape);
    if (!loaded || this.#ready.has(loaded)) return shape;
    void this.#load(loaded);
    return 'bars';
  }

  /** What a resolved shape brings along. */
  partOf(shape: ChartShape): ShapePart | undefined {
    const loaded = toLoaded(shape);
    return loaded && this.#ready.get(loaded);
  }

  async #load(shape: LoadedShape): Promise<void> {
    if (this.#asked.has(shape)) return;
    this.#asked.add(shape);
    const part = await loadPart(LOADERS[shape]).catch(() => undefined);
    if (!part) return void this.#asked.delete(shape);
    adoptStyles(this.#host, part.styles);
    this.#ready.set(shape, part);
    this.#host.requestUpdate();
  }
}

function toLoaded(shape: ChartShape): LoadedShape | undefined {
  if (shape === 'bars' || shape === 'spark') return undefined;
  return shape === 'wide-table' ? 'table' : shape;
}
