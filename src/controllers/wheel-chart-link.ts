import type { ReactiveControllerHost } from 'lit';
import { loadPart } from '../data/load-part.ts';
import type { FunnelRequest } from '../data/funnel-source.ts';
import { FunnelwheelError } from '../engine/error.ts';
import { toStepId } from '../engine/schema/step-id.ts';
import type { Dataset, FunnelResult, Segment } from '../engine/schema/index.ts';
import type { FunnelPlaces, WheelPlaces, WheelSegment } from '../engine/schema/wheel.ts';
import type { Highlight } from '../events/highlight-change-event.ts';
import type { Localization } from '../i18n/index.ts';
import type { PeopleDescription } from './people-host.ts';
import type { WheelController } from './wheel-controller.ts';

/** Where some people are on the wheel, and who they are in words. */
export interface WheelMarks {
  /** Count by the id of a phase or of a place outside. */
  readonly places: Readonly<Record<string, number>>;
  /** "Lost before checkout". */
  readonly label: string;
}

/** Where some people of the wheel are on a funnel, and who they are in words. */
export interface FunnelMarks {
  readonly places: FunnelPlaces;
  readonly label: string;
}

/** What a wheel needs of the funnel beside it; `<funnel-chart>` is one. What is missing is not spoken of. */
export interface FunnelPeer extends HTMLElement {
  /** What the funnel was asked: which one, and with what. */
  readonly request?: FunnelRequest;
  readonly result?: FunnelResult | undefined;
  readonly data?: Dataset | undefined;
  readonly datasetSrc?: string | undefined;
  /** Where people that are pointed at elsewhere are on the funnel. */
  marks?: FunnelMarks | undefined;
  describePeople?(segment: Segment, localization: Localization): PeopleDescription | undefined;
}

/** The wheel as this controller needs it. */
export interface ChartLinkHost extends ReactiveControllerHost, HTMLElement {
  /** Id of the funnel, where it is neither around nor inside. */
  for: string;
  marks?: WheelMarks | undefined;
  readonly data?: Dataset | undefined;
  readonly datasetSrc?: string | undefined;
  describePeople(segment: WheelSegment, localization: Localization): PeopleDescription | undefined;
}

/** How long something is pointed at before the other is asked. */
const POINT_MS = 150;

/**
 * Lets a wheel and a funnel that compute from the same data speak to each other: a part of the funnel that is opened,
 * highlighted or pointed at is marked on the wheel, a place of the wheel that is opened or pointed at on the funnel.
 * What cannot be answered marks nothing: it is an addition to what both say by themselves.
 */
export class WheelChartLink {
  readonly #host: ChartLinkHost;
  readonly #loader: WheelController;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What stays marked on the funnel when nothing is pointed at. */
  #opened: WheelSegment | undefined;
  /** What stays marked on the wheel when nothing is pointed at: what was opened or highlighted on the funnel. */
  #kept: readonly Segment[] = [];

  constructor(host: ChartLinkHost, loader: WheelController) {
    this.#host = host;
    this.#loader = loader;
  }

  /** What a funnel says: who was opened, pointed at or highlighted on it. */
  hear(event: Event, target: EventTarget | null): void {
    const peer = this.#find();
    if (!peer || target !== peer) return;
    const { segment, segments, highlight } = event as Event & {
      segment?: Segment;
      segments?: readonly Segment[];
      highlight?: Highlight;
    };
    if (event.type === 'funnel-step-point') this.#markPointed(segment);
    else if (event.type === 'funnel-step-select') this.#keep(segments ?? []);
    else this.#keep(highlight && peer.result ? toSegments(highlight, peer.result) : []);
  }

  /** Ends what is under way. */
  stop(): void {
    this.#asking?.abort();
    clearTimeout(this.#timer);
  }

  /** A place was opened: it stays marked on the funnel. */
  open(segment: WheelSegment): void {
    this.#opened = segment;
    void this.#markFunnel(segment);
  }

  /** Something is pointed at, or nothing any more. */
  point(segment: WheelSegment | undefined): void {
    clearTimeout(this.#timer);
    if (!this.#peer) return;
    this.#timer = setTimeout(() => void this.#markFunnel(segment ?? this.#opened), POINT_MS);
  }

  /** Nothing is marked any more, here and there. */
  clear(): void {
    this.#opened = undefined;
    this.#kept = [];
    this.#host.marks = undefined;
    if (this.#peer) this.#peer.marks = undefined;
  }

  /** The funnel, where it computes from the very data of the wheel. */
  get #peer(): FunnelPeer | undefined {
    const peer = this.#find();
    const { data, datasetSrc } = this.#host;
    if (!peer?.request?.funnel) return undefined;
    const isSame = data !== undefined ? peer.data === data : datasetSrc && peer.datasetSrc === datasetSrc;
    return isSame ? peer : undefined;
  }

  #find(): FunnelPeer | undefined {
    const host = this.#host;
    const root = host.getRootNode();
    if (host.for)
      return root instanceof Document || root instanceof ShadowRoot
        ? ((root.getElementById(host.for) as FunnelPeer | null) ?? undefined)
        : undefined;
    for (let node: FunnelPeer | null = host.parentElement; node; node = node.parentElement)
      if ('request' in node) return node;
    return [...host.querySelectorAll<FunnelPeer>('*')].find((node) => 'request' in node);
  }

  #markPointed(segment: Segment | undefined): void {
    clearTimeout(this.#timer);
    if (!this.#peer) return;
    this.#timer = setTimeout(() => void this.#markWheel(segment ? [segment] : this.#kept), POINT_MS);
  }

  /** Marks people on the wheel until others are opened; none: nothing is marked any more. */
  #keep(segments: readonly Segment[]): void {
    clearTimeout(this.#timer);
    this.#kept = segments;
    void this.#markWheel(segments);
  }

  async #markWheel(segments: readonly Segment[]): Promise<void> {
    if (segments.length === 0) {
      this.#asking?.abort();
      this.#host.marks = undefined;
      return;
    }
    const peer = this.#peer;
    const { funnel, options } = peer?.request ?? {};
    if (!peer || !funnel) return;
    const marks = await this.#ask(async (ask) => {
      const all = await Promise.all(
        segments.map((segment) =>
          this.#loader.places({ funnel, ...(options ? { options } : {}), segment }, ask),
        ),
      );
      const first = segments[0];
      const label = first && peer.describePeople?.(first, await this.#localize())?.heading;
      return { places: addUp(all), label: label ?? '' };
    });
    if (marks) this.#host.marks = marks;
  }

  async #markFunnel(segment: WheelSegment | undefined): Promise<void> {
    const peer = this.#peer;
    const { funnel, options } = peer?.request ?? {};
    if (!peer || !funnel || !('marks' in peer)) return;
    if (!segment) {
      peer.marks = undefined;
      return;
    }
    const marks = await this.#ask(async (ask) => {
      const places = await this.#loader.funnelPlaces(
        { funnel, ...(options ? { options } : {}), segment },
        ask,
      );
      const label = this.#host.describePeople(segment, await this.#localize())?.heading;
      return { places, label: label ?? '' };
    });
    if (marks) peer.marks = marks;
  }

  /** The newest question alone counts; one that fails leaves things as they are. */
  async #ask<T>(question: (ask: { signal: AbortSignal }) => Promise<T>): Promise<T | undefined> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    try {
      const answer = await question({ signal });
      return signal.aborted ? undefined : answer;
    } catch (error) {
      if (signal.aborted || error instanceof FunnelwheelError) return undefined;
      throw error;
    }
  }

  /** The words of both elements, by the wheel's language; loaded when first needed. */
  async #localize(): Promise<Localization> {
    const { getLocalization } = await loadPart(() => import('../i18n/index.ts'));
    return getLocalization(this.#host.shadowRoot?.querySelector('[lang]')?.getAttribute('lang'));
  }
}

/** Whom an item of the legend stands for: a group as it entered, those lost or open at any step, those who finished. */
function toSegments(highlight: Highlight, { steps }: FunnelResult): Segment[] {
  const ids = steps.map(toStepId);
  if ('group' in highlight)
    return ids.slice(0, 1).map((step) => ({ step, outcome: 'entered', group: highlight.group }));
  const { outcome } = highlight;
  return (outcome === 'converted' ? ids.slice(-1) : ids).map((step) => ({ step, outcome }));
}

function addUp(all: readonly WheelPlaces[]): WheelPlaces {
  const sum: WheelPlaces = {};
  for (const [place, count] of all.flatMap((places) => Object.entries(places)))
    sum[place] = (sum[place] ?? 0) + count;
  return sum;
}
