import type { Experiment } from '../../src/engine/schema/figures-experiments.ts';

/** A person of the studio: a lead, a client, or both in turn. Times are ISO 8601 with offset. */
export interface StudioPerson {
  id: number;
  name: string;
  email: string;
  phone: string;
  source: string;
  campaign?: string;
  location: string;
  leadStage: string;
  tags: string[];
  sequences: string[];
  isCustomer: boolean;
  referredBy?: number;
  createdAt?: string;
  leadCreatedAt?: string;
  lastContactedAt?: string;
  convertedToCustomerAt?: string;
  consent: { email: boolean; sms: boolean };
}

/** A row of an event table: who, when (epoch milliseconds), and what the table's type says of it. */
export interface StudioEvent {
  person: number;
  at: number;
  [property: string]: string | number | boolean | undefined;
}

/** The whole in-memory studio; the demo's host changes its people. Sources, products… are codes (vocabulary). */
export interface Studio {
  name: string;
  timeZone: string;
  currency: string;
  /** Until when the data reaches; ISO 8601 with offset. */
  asOf: string;
  people: StudioPerson[];
  /** One table an event type, rows by time. */
  tables: Record<string, StudioEvent[]>;
  /** What the advertising platforms report, a row a channel and day; absent is unknown. */
  campaigns: CampaignDay[];
  /** A/B tests; who saw which variant stands in the table `exposure`. */
  experiments: Experiment[];
}

/** One day of a channel, as its platform reports it; money in the studio's currency. */
export interface CampaignDay {
  /** A code of the vocabulary; people of the channel have it as their source. */
  channel: string;
  /** `YYYY-MM-DD`. */
  date: string;
  impressions?: number;
  clicks?: number;
  visits?: number;
  carts?: number;
  purchases?: number;
  cost?: number;
  revenue?: number;
}
