import { HttpResponse, delay, http, type HttpHandler } from 'msw';
import { getFunnel } from '../../src/catalog/index.ts';
import { FunnelwheelError, type FunnelSession } from '../../src/engine/index.ts';
import type { Histogram, PeopleQuery } from '../../src/engine/index.ts';
import type {
  FilterOffer,
  FunnelResult,
  FunnelSegment,
  RunOptions,
  Segment,
} from '../../src/engine/schema/index.ts';
import { findOwnFunnel } from './own-funnels.ts';
import { ServerMood } from './server-mood.ts';

/** Rows of a page of people, unless asked otherwise. */
const PAGE = 100;

/**
 * The made-up studio's server: finished results under `/api/funnels/ID`, and the people behind them page by page.
 * @param session what answers now; asked for each request, as the studio changes.
 * @param mood how the server behaves; well, unless told otherwise.
 */
export function createHandlers(
  session: () => Promise<FunnelSession>,
  mood: ServerMood = new ServerMood(),
): HttpHandler[] {
  return [
    http.get('/api/funnels/:id', ({ request, params }) =>
      answer(mood, async () => {
        const { search, searchParams } = new URL(request.url);
        const id = String(params.id);
        const funnel = findOwnFunnel(id) ?? getFunnel(id);
        const options = toRunOptions(searchParams);
        const engine = await session();
        const result = withHistograms(
          withFilterValues(engine.compute(funnel, options), (step, property) =>
            engine.filterValues(funnel, options, step, property),
          ),
          (from, to) => engine.timeToConvert(funnel, options, { from, to }),
        );
        const separator = search === '' ? '?' : '&';
        const people = `/api/funnels/${id}/people${search}{${separator}step,outcome,group,period,took,anyOf,q,sort,cursor,limit}`;
        const factors = funnel.steps.length > 1 ? { factors: engine.factors(funnel, options) } : {};
        return { ...result, ...factors, origin: 'supplied', links: { people } };
      }),
    ),
    http.get('/api/funnels/:id/people', ({ request, params }) =>
      answer(mood, async () => {
        const { searchParams } = new URL(request.url);
        const id = String(params.id);
        const funnel = findOwnFunnel(id) ?? getFunnel(id);
        const query = toPeopleQuery(searchParams);
        return (await session()).people(funnel, toRunOptions(searchParams), toSegment(searchParams), {
          ...query,
          ...(mood.pageSize === undefined ? {} : { limit: mood.pageSize }),
        });
      }),
    ),
  ];
}

/** A finished result brings the values its steps can be filtered by: the element cannot ask for them later. */
function withFilterValues(
  result: FunnelResult,
  ask: (step: string, property: string) => FilterOffer,
): FunnelResult {
  const steps = result.steps.map(({ id, filters, ...step }) => ({
    ...step,
    ...(id ? { id } : {}),
    ...(id && filters ? { filters: filters.map(({ property }) => ask(id, property)) } : {}),
  }));
  return { ...result, steps };
}

/** And the times of each step from its base as bars: no other two steps can be asked for later. */
function withHistograms(result: FunnelResult, ask: (from: string, to: string) => Histogram): FunnelResult {
  const steps = result.steps.map((step) => {
    const { id, base, time } = step;
    if (!id || typeof base !== 'string' || !time?.count) return step;
    const { bins } = ask(base, id);
    const [first, last] = [bins[0]!, bins.at(-1)!];
    const histogram = {
      start: first.start,
      width: (first.end ?? first.start) - first.start,
      counts: bins.map(({ count }) => count),
      ...(last.end === undefined ? { tail: true } : {}),
    };
    return { ...step, time: { ...time, histogram } };
  });
  return { ...result, steps };
}

async function answer(
  mood: ServerMood,
  work: () => Promise<object>,
): Promise<HttpResponse<string> | HttpResponse<undefined>> {
  const fate = mood.next();
  if (fate.delay > 0) await delay(fate.delay);
  if (fate.status === 'offline') return HttpResponse.error();
  if (fate.status !== 'ok') return json({}, fate.status);
  try {
    return json(await work(), 200);
  } catch (error) {
    const { code, message, path } = FunnelwheelError.from(error);
    return json({ code, message, path }, 400);
  }
}

function json(body: object, status: number): HttpResponse<string> {
  return new HttpResponse(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

/** The state of the element, as it stands in its query; see `toRequestQuery`. */
function toRunOptions(query: URLSearchParams): RunOptions {
  const { from, to, filters, breakdown, compare, trend, order, lookback, weekStart } =
    Object.fromEntries(query);
  return {
    range: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
    ...(filters ? { filters: JSON.parse(filters) as RunOptions['filters'] } : {}),
    ...(breakdown ? { breakdown: toBreakdown(breakdown) } : {}),
    ...(compare ? { comparison: toComparison(compare) } : {}),
    ...(order ? { order: order as RunOptions['order'] } : {}),
    ...(lookback ? { lookbackDays: Number(lookback) } : {}),
    ...(trend ? { trend: toTrend(trend) } : {}),
    ...(weekStart ? { weekStart: Number(weekStart) } : {}),
  };
}

function toBreakdown(text: string): RunOptions['breakdown'] {
  return text.startsWith('{') ? (JSON.parse(text) as RunOptions['breakdown']) : { property: text };
}

function toTrend(text: string): RunOptions['trend'] {
  return JSON.parse(text.startsWith('{') ? text : `{"interval": "${text}"}`) as RunOptions['trend'];
}

function toComparison(text: string): RunOptions['comparison'] {
  if (text.startsWith('{')) return JSON.parse(text) as RunOptions['comparison'];
  const [from, to] = text.split('..');
  return text === 'previous' ? text : { from, to };
}

function toSegment(query: URLSearchParams): FunnelSegment {
  const anyOf = query.get('anyOf');
  if (anyOf !== null) return { anyOf: JSON.parse(anyOf) as Segment[] };
  const { group, period, took } = Object.fromEntries(query);
  return {
    step: query.get('step') ?? '',
    outcome: query.get('outcome') ?? 'converted',
    ...(group === undefined ? {} : { group: toGroup(group) }),
    ...(period ? { period: JSON.parse(period) as Segment['period'] } : {}),
    ...(took ? { took: JSON.parse(took) as Segment['took'] } : {}),
  };
}

function toGroup(text: string): Segment['group'] {
  return /^(\{|\[|null$)/.test(text) ? (JSON.parse(text) as Segment['group']) : text;
}

function toPeopleQuery(query: URLSearchParams): PeopleQuery {
  const sort = query.get('sort') ?? '';
  const q = query.get('q');
  return {
    offset: Number(query.get('cursor') ?? 0),
    limit: Number(query.get('limit') ?? PAGE),
    ...(q ? { q } : {}),
    ...(sort ? { sort: { by: sort.replace(/^-/, ''), descending: sort.startsWith('-') } } : {}),
  };
}
