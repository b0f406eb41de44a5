import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listColumns } from '../../../src/elements/funnel-step-drilldown/columns.ts';
import {
  formatPeopleFileName,
  listCsvColumns,
} from '../../../src/elements/funnel-step-drilldown/people-csv.ts';
import type { PeopleContext } from '../../../src/elements/funnel-step-drilldown/people-text.ts';
import type { PersonRow } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';

const contextOf = (tag: string): PeopleContext => ({
  localization: getLocalization(tag),
  description: undefined,
  now: Date.parse('2026-10-31T12:00:00Z'),
  timeZone: 'Europe/Paris',
});

describe('the file', () => {
  const row: PersonRow = {
    id: 7,
    name: '=HYPERLINK("x")',
    email: 'a@example.com',
    phone: '+33 6',
    source: 'Website',
    leadStage: null,
    enteredAt: '2026-10-29T10:00:00Z',
    tags: ['VIP', 'a,b'],
    consent: { email: true, sms: false },
    next: { step: 'checkout', name: 'Checkout', action: 'Call' },
    properties: { homeClub: 'Nord' },
  };
  const write = (tag: string) => {
    const context = contextOf(tag);
    const columns = listCsvColumns(context, listColumns(context, [row]));
    return Object.fromEntries(columns.map(({ title, format }) => [title, format(row)]));
  };
  it('has the columns of the list, the contacts beside the name, days as numbers and dates as ISO', () => {
    assert.deepEqual(write('en'), {
      Client: '=HYPERLINK("x")',
      'E-mail address': 'a@example.com',
      Phone: '+33 6',
      Source: 'Website',
      'Lead stage': '',
      Entered: '2026-10-29',
      'Waiting (days)': '2',
      'Last contact': '',
      'Next step': 'Checkout · Call',
      Tags: 'VIP, a,b',
      Consent: 'E-mail: yes · Text message: no'.replace('yes', 'Yes').replace('no', 'No'),
      'Home club': 'Nord',
    });
  });
  it('has the days of the studio, whatever is no day is none', () => {
    const context = contextOf('en');
    const entered = listCsvColumns(context, listColumns(context, [])).find(
      ({ title }) => title === 'Entered',
    );
    const days = ['2026-10-31T23:30:00Z', '2026-10-31', null, 'soon'].map((enteredAt) =>
      entered?.format({ id: 1, enteredAt }),
    );
    assert.deepEqual(days, ['2026-11-01', '2026-10-31', '', '']);
  });
  it('speaks the language of the list', () => {
    assert.deepEqual(Object.keys(write('fr')).slice(0, 3), ['Client', 'Adresse e-mail', 'Téléphone']);
  });
  it('is named by where its people stand and the day, without signs that file systems refuse', () => {
    const context = contextOf('en');
    const name = formatPeopleFileName(context, 'Leads contacted → lost before: “Checkout/Page” · Website?');
    assert.equal(name, 'Leads-contacted-lost-before-Checkout-Page-Website-2026-10-31.csv');
    assert.equal(formatPeopleFileName(context, '→ ../'), 'people-2026-10-31.csv');
    assert.equal(formatPeopleFileName(context, 'Été – perdus'), 'Été-perdus-2026-10-31.csv');
  });
});
