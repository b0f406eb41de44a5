import type { Counted } from './counted.ts';
import { errorsEn } from './errors-en.ts';
import type { CoreMessages } from './messages.ts';
import { createPlural } from './plural.ts';
import { nameOf, wordOf } from './word-of.ts';

const plural = createPlural('en');

/** The properties of data.md; the host's own are told by their names. */
const PROPERTIES: Record<string, string> = {
  source: 'Source',
  campaign: 'Campaign',
  channel: 'Channel',
  page: 'Page',
  product: 'Product',
  name: 'Name',
  location: 'Location',
  kind: 'Kind',
  origin: 'Origin',
  leadStage: 'Lead stage',
  intro: 'Intro offer',
  status: 'Status',
  via: 'How they came',
  referredBy: 'Referred by',
  purpose: 'Reason for contact',
  abandonedCart: 'Abandoned cart',
  membership: 'Membership',
  renewing: 'Renews by itself',
  activatesOnFirstUse: 'Starts with the first visit',
  amount: 'Amount',
  refunded: 'Refunded',
  dropIn: 'Drop-in',
  aggregator: 'Booking platform',
  variant: 'Variant',
  isCustomer: 'Already a client',
  tags: 'Tags',
  sequences: 'Sequences',
};

/** Words of the data's own vocabulary (data.md); the host's values are shown as they are. */
const VALUES: Record<string, string> = {
  class: 'Class',
  appointment: 'Appointment',
  membership: 'Membership',
  product: 'Product',
  form: 'Form',
  referral: 'Referral',
  'abandoned-cart': 'Abandoned cart',
  'walk-in': 'Walk-in',
  import: 'Import',
  booked: 'Booked',
  attended: 'Attended',
  'late-cancel': 'Late cancel',
  'no-show': 'No-show',
};

/** Who is counted, by number. */
export const POPULATIONS = {
  person: { one: 'person', other: 'people' },
  lead: { one: 'lead', other: 'leads' },
  client: { one: 'client', other: 'clients' },
  membership: { one: 'membership', other: 'memberships' },
};

/** The shared texts in English. */
export const coreEn: CoreMessages = {
  language: 'en',
  colon: ': ',
  semicolon: '; ',
  quote: (text) => `“${text}”`,
  fraction: (part, whole) => `${part} of ${whole}`,
  subjects: ({ n, text }: Counted, population) => `${text} ${plural(n, POPULATIONS[population])}`,
  pointsUnit: (points) => `${points} pts`,
  pointsInWords: ({ n, text }) => `${text} ${plural(n, { one: 'point', other: 'points' })}`,
  retry: 'Try again',
  close: 'Close',
  loadingPeople: 'Loading people…',
  property: (name) => nameOf(PROPERTIES, name.replace('person.', '')),
  value: (_property, value) => wordOf(VALUES, value),
  errors: errorsEn,
};
