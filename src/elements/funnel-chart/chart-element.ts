import { property } from 'lit/decorators.js';
import { LoadingElement } from '../../controllers/loading-element.ts';
import type { FunnelMarks } from '../../controllers/wheel-chart-link.ts';
import type { FunnelRequest, FunnelSource } from '../../data/funnel-source.ts';
import type { FunnelDefinition, FunnelResult, Order } from '../../engine/schema/index.ts';
import type { Highlight } from '../../events/highlight-change-event.ts';
import {
  type Attribution,
  type BreakdownLayout,
  type FunnelView,
  type InsightName,
  ViewChangeEvent,
} from '../../events/view-change-event.ts';
import type { FunnelChoice } from './funnel-choices-controller.ts';
import { type ChartSettings, toFunnelRequest, toFunnelView, toSettings } from './run-request.ts';
import type { StepFilters } from './step-filters.ts';

/** The pickers a chart has where nothing is said. */
const USUAL_CONTROLS = 'filters view table breakdown explore export';

/** What a host can set on a chart, and what it can read back: all of it, but nothing of how it is drawn. */
export abstract class ChartElement
  extends LoadingElement<FunnelRequest, FunnelResult, FunnelSource>
  implements ChartSettings
{
  /** Id of a funnel of the catalogue, or of the server's. */
  @property() funnel?: string;
  /** First day of the period (`2026-10-01`), or an instant. */
  @property() from?: string;
  /** Last day of the period, included; or an instant. */
  @property() to?: string;
  /** Property that divides the bars, or several whose values make pairs: `person.source,person.location`, or an array. */
  @property() breakdown?: string | readonly string[];
  /** Which of somebody's values counts: `first-touch` (default), `last-touch`, `all-events`, or the one at a step: `step:intro`. */
  @property() attribution?: Attribution;
  /** How a breakdown is drawn: one bar divided (`stacked`, default), a bar for each group (`grouped`), a funnel for each (`multiples`). */
  @property()
  get layout(): BreakdownLayout {
    return this.#layout;
  }
  set layout(layout: BreakdownLayout | null | undefined) {
    this.#layout = layout ?? 'stacked';
  }
  #layout: BreakdownLayout = 'stacked';
  /** `previous`, a period as `2026-09-01..2026-09-30`, or two groups of the breakdown as `groups:["Website","Google"]`. */
  @property() compare?: string;
  /** Target for the whole funnel: a rate from 0 to 1, or `10%`. */
  @property() goal?: string;
  /** Targets by step id, and `total` for the whole funnel: rates from 0 to 1. They win over those of the result. */
  @property({ attribute: false }) goals?: Readonly<Record<string, number>>;
  /** The section that is open under the rows: `trend`, `time`, `lapsing`, `money`, `what-if`, `factors`, `differences`, `numbers`. */
  @property() insight?: InsightName;
  /** Of which steps the trend is, by which periods. */
  @property({ attribute: false }) trend?: FunnelView['trend'] | undefined;
  /** Between which steps times are shown. */
  @property({ attribute: false }) time?: FunnelView['time'] | undefined;
  /** Between which steps is looked for what goes with going on. */
  @property({ attribute: false }) factors?: FunnelView['factors'] | undefined;
  /** A step with another rate than it has. */
  @property({ attribute: false }) whatIf?: FunnelView['whatIf'] | undefined;
  /** Replaces the order rule of the definition. */
  @property() order?: Order;
  /** Replaces the days of look-back rules. */
  @property({ type: Number, attribute: 'lookback-days' }) lookbackDays?: number;
  /** Bars as counts, or each step against the step it starts from. */
  @property({ attribute: 'view-mode' }) viewMode: 'count' | 'rate' = 'count';
  /** The chart as a plain table, whose headers sort. */
  @property({ type: Boolean }) table = false;
  /** Steps as rows, or as columns where there is room for them; else they are rows. */
  @property() orientation: 'horizontal' | 'vertical' = 'horizontal';
  /** A small card: bars, first and last count, total rate. An element lower than 160 px is one by itself. */
  @property({ type: Boolean }) spark = false;
  /** Where the card's link leads; without it, it opens the whole chart over the page. */
  @property() href?: string;
  /** Textures on the fills: with more than one group (`auto`), always, or never. Print and forced colours have them. */
  @property() textures: 'auto' | 'on' | 'off' = 'auto';
  /** Which pickers the user gets: any of `funnel`, `period`, `compare`, `lookback`, `breakdown`, `filters`, `view`, `table`, `explore`, `export`. */
  @property()
  get controls(): string {
    return this.#controls;
  }
  set controls(controls: string | null | undefined) {
    this.#controls = controls ?? USUAL_CONTROLS;
  }
  #controls = USUAL_CONTROLS;
  /** Nothing can be opened: cells are text. */
  @property({ type: Boolean }) readonly = false;
  /** A funnel of the host's own; wins over `funnel`. */
  @property({ attribute: false }) definition?: FunnelDefinition;
  /** What the picker of funnels lists: `{id, name}` or definitions. Default: the catalogue. */
  @property({ attribute: false }) funnels?: readonly FunnelChoice[];
  /** Conditions by step id: `{checkout: {page: ['membership']}}`. */
  @property({ attribute: false })
  get filters(): StepFilters {
    return this.#filters;
  }
  set filters(filters: StepFilters | null | undefined) {
    this.#filters = filters ?? {};
  }
  #filters: StepFilters = {};
  /** What stands out: `{group: 'Website'}` or `{outcome: 'dropped'}`. It changes no number. */
  @property({ attribute: false }) highlight?: Highlight | undefined;

  /** Where people that are pointed at elsewhere on the page, such as on a wheel, are on the funnel. */
  @property({ attribute: false }) marks?: FunnelMarks | undefined = undefined;

  /** What the funnel is asked: which one, and with what. A wheel beside it asks about the same. */
  get request(): FunnelRequest {
    return this.toRequest();
  }

  /** What the user sees, as plain data; give it back to restore it. */
  @property({ attribute: false, noAccessor: true })
  get view(): FunnelView {
    return toFunnelView(this);
  }
  set view(view: FunnelView | null | undefined) {
    // Frameworks hand null for "not set".
    Object.assign(this, toSettings(view ?? {}));
  }

  protected override toRequest(): FunnelRequest {
    return toFunnelRequest(this);
  }

  /** Whether the user gets a picker. */
  protected hasControl(name: string): boolean {
    return this.controls.split(/\s+/).includes(name);
  }

  /** The user's wish: takes it over and tells the host. */
  protected change(change: Partial<ChartSettings>): void {
    Object.assign(this, change);
    this.dispatchEvent(new ViewChangeEvent(this.view));
  }
}
