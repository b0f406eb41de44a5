import { describeFunnelPeople } from '../../../src/controllers/funnel-people.ts';
import type { PeopleDescription, PeopleHost } from '../../../src/controllers/people-host.ts';
import type { FunnelResult, PeoplePage, PersonRow, Segment } from '../../../src/engine/schema/index.ts';
import type { Localization } from '../../../src/i18n/index.ts';

/** A funnel of three steps, for names and counts. */
export const RESULT: FunnelResult = {
  funnel: { id: 'leads' },
  asOf: '2026-10-31T12:00:00Z',
  range: { from: '2026-10-01', to: '2026-10-31', timeZone: 'Europe/Paris' },
  steps: [
    { id: 'lead', name: { en: 'Lead created', fr: 'Prospect créé' }, converted: 900 },
    { id: 'contacted', name: { en: 'Lead contacted', fr: 'Prospect contacté' }, converted: 700 },
    {
      id: 'checkout',
      name: { en: 'Checkout page viewed', fr: 'Page de paiement vue' },
      converted: 200,
      dropped: 500,
    },
  ],
};

/** The part of it that the tests open. */
export const SEGMENT: Segment = { step: 'checkout', outcome: 'dropped' };

const SOURCES = ['Website', 'Referral', 'Walk-in'];

/** People whose every value follows from their number: `Client 007` came from the Referral, … */
export function makePeople(count: number): PersonRow[] {
  return Array.from({ length: count }, (_, id) => makePerson(id));
}

/** One of them. */
export function makePerson(id: number): PersonRow {
  return {
    id,
    name: `Client ${String(id).padStart(3, '0')}`,
    email: `client${id}@example.com`,
    source: SOURCES[id % 3] ?? null,
    leadStage: id % 2 ? 'New' : 'Contacted',
    tags: id % 4 ? [] : ['VIP'],
    consent: { email: id % 5 !== 0 },
    enteredAt: new Date(Date.UTC(2026, 9, 30) - id * 3_600_000).toISOString(),
    matched: { lead: '2026-09-01T08:00:00Z', contacted: '2026-10-01T08:00:00Z', checkout: null },
    next: { step: 'checkout', action: { en: 'Send the price list', fr: 'Envoyer les tarifs' } },
  };
}

interface HostQuery {
  q?: string;
  where?: Record<string, unknown>;
  offset?: number;
  limit?: number;
}

/** Stands for a chart: can be asked for people, and has a cell to open them from. */
export class FakePeopleHost extends HTMLElement implements PeopleHost<Segment> {
  result: FunnelResult = RESULT;
  rows = makePeople(500);
  /** Set for a list too long to be made: its people are made as they are asked for. */
  endless: number | undefined;
  /** The rows from this one on cannot be had. */
  brokenFrom = Infinity;
  /** Questions that were given up. */
  aborted = 0;
  /** Waits before each answer. */
  wait: () => Promise<unknown> = () => Promise.resolve();
  /** Set to make the next questions fail. */
  isDown = false;
  asked = 0;
  readonly idsAsked: HostQuery[] = [];

  connectedCallback(): void {
    this.innerHTML ||= '<button>cell</button>';
  }

  async people(
    _segment: Segment,
    query: HostQuery,
    { signal }: { signal: AbortSignal },
  ): Promise<PeoplePage> {
    this.asked += 1;
    await this.wait();
    if (signal.aborted) this.aborted += 1;
    signal.throwIfAborted();
    if (this.isDown || (query.offset ?? 0) >= this.brokenFrom) throw new Error('down');
    if (this.endless !== undefined) return this.makePage(this.endless, query);
    const found = this.find(query);
    const start = query.offset ?? 0;
    return {
      people: found.slice(start, start + (query.limit ?? 50)),
      total: found.length,
      segmentTotal: this.rows.length,
    };
  }

  describePeople(segment: Segment, localization: Localization): PeopleDescription {
    return describeFunnelPeople(this.result, segment, localization);
  }

  async *ids(_segment: Segment, query: HostQuery): AsyncGenerator<(string | number)[]> {
    this.idsAsked.push(query);
    yield await Promise.resolve(this.find(query).map((row) => row.id));
  }

  /** The search finds one by its number. */
  private makePage(total: number, { q, offset = 0, limit = 50 }: HostQuery): PeoplePage {
    if (q) return { people: [makePerson(Number(q))], total: 1, segmentTotal: total };
    const length = Math.max(0, Math.min(limit, total - offset));
    const people = Array.from({ length }, (_, index) => makePerson(offset + index));
    return { people, total, segmentTotal: total };
  }

  private find({ q = '', where = {} }: HostQuery): PersonRow[] {
    const wanted = Object.entries(where);
    const fits = (row: PersonRow) => wanted.every(([property, value]) => row[property as 'source'] === value);
    return this.rows.filter((row) => row.name?.includes(q) && fits(row));
  }
}
