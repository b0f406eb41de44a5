import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessMapping, guessType, toMapping } from '../../src/data/guess-mapping.ts';
import { applyMapping, type EventsMapping, type PeopleMapping } from '../../src/data/mapping.ts';
import { parseCsv } from '../../src/data/readers/csv.ts';
import { listCells, listColumns, listNumbers } from '../support/cells.ts';

const guess = (text: string, name = 'x.csv') => {
  const table = parseCsv(text, { name });
  return guessMapping({ headers: table.headers, sample: table.columns, name });
};
const columns = (text: string, name?: string) =>
  Object.fromEntries(guess(text, name).columns.map((column) => [column.name, column.header]));

describe('what a table is', () => {
  it('is events where people repeat and rows are dated', () => {
    assert.equal(guess('client_id,event,date\nm1,visit,2017-05-01\nm1,purchase,2017-05-02\n').kind, 'events');
  });

  it('is people where each has an id of its own and nothing is dated', () => {
    assert.equal(guess('client_id,gender\nm1,f\nm2,m\n').kind, 'people');
  });

  it('is people where the only dates are those of a person', () => {
    const table = 'id,email,created at\n1,a@b.fr,2026-01-02\n2,c@d.fr,2026-01-03\n';
    assert.equal(guess(table).kind, 'people');
  });

  it('follows the name of the file where the columns do not say', () => {
    assert.equal(
      guess('id client,date\n1,2026-01-02\n2,2026-01-03\n', 'réservations 2026.csv').kind,
      'events',
    );
    assert.equal(guess('id,date\n1,2026-01-02\n2,2026-01-03\n', 'clients.csv').kind, 'people');
  });

  it('reads the type of event from the name of the file', () => {
    assert.equal(guessType('exports/Réservations.csv'), 'booking');
    assert.equal(guessType('sales-2026.csv'), 'purchase');
    assert.equal(guessType('check-ins.csv'), 'check-in');
    assert.equal(guessType('table.csv'), undefined);
  });
});

describe('columns of people', () => {
  it('are known by English headers', () => {
    const text =
      'Member ID,Full Name,E-mail Address,Phone Number,Lead Source,Tags,Signup Date,Last Contacted\n1,A B,a@b.fr,+33612345678,web,vip,2026-01-01,2026-02-01\n';
    assert.deepEqual(columns(text), {
      id: 'Member ID',
      name: 'Full Name',
      email: 'E-mail Address',
      phone: 'Phone Number',
      source: 'Lead Source',
      tags: 'Tags',
      createdAt: 'Signup Date',
      lastContactedAt: 'Last Contacted',
    });
  });

  it('are known by French headers', () => {
    const text =
      'Identifiant;Prénom;Nom;Courriel;Téléphone;Origine;Étape;Étiquettes;Créé le;Dernier contact\n1;Zoé;B;a@b.fr;0612345678;web;Essai;vip;2026-01-01;2026-02-01\n';
    assert.deepEqual(columns(text), {
      id: 'Identifiant',
      firstName: 'Prénom',
      lastName: 'Nom',
      email: 'Courriel',
      phone: 'Téléphone',
      source: 'Origine',
      leadStage: 'Étape',
      tags: 'Étiquettes',
      createdAt: 'Créé le',
      lastContactedAt: 'Dernier contact',
    });
  });

  it('are known by camel case and by our own names', () => {
    assert.deepEqual(columns('clientId,leadCreatedAt\n1,2026-01-01\n2,2026-01-01\n', 'people.csv'), {
      id: 'clientId',
      leadCreatedAt: 'leadCreatedAt',
    });
  });

  it('are e-mail addresses where the values are, whatever the header', () => {
    const { columns: found } = guess('id,adresse\n1,a@b.fr\n2,c@d.fr\n', 'clients.csv');
    const email = found.find((column) => column.name === 'email');
    assert.equal(email?.header, 'adresse');
    assert.ok(email.confidence < 0.9);
  });

  it('are no e-mail addresses where the values are none', () => {
    assert.equal(columns('id,email\n1,yes\n2,no\n', 'clients.csv').email, undefined);
  });

  it('that mean nothing to us are told and kept', () => {
    const found = guess('client_id,gender,ab_group\nm1,f,A\nm2,m,B\n');
    assert.deepEqual(found.unmatched, ['gender', 'ab_group']);
    const table = parseCsv('client_id,gender,ab_group\nm1,f,A\nm2,m,B\n');
    assert.deepEqual(listColumns(applyMapping(table, 'people', toMapping(found)).columns).gender, ['f', 'm']);
  });

  it('without an id are told as incomplete', () => {
    assert.deepEqual(guess('email,prenom\na@b.fr,Zoé\n', 'clients.csv').missing, ['id']);
  });
});

describe('columns of events', () => {
  it('are known by English and French headers', () => {
    assert.deepEqual(
      columns(
        'user id,event name,timestamp,price\n1,visit,2026-01-01T10:00:00Z,5\n1,buy,2026-01-01T11:00:00Z,6\n',
      ),
      {
        person: 'user id',
        type: 'event name',
        at: 'timestamp',
        amount: 'price',
      },
    );
    assert.deepEqual(
      columns(
        'id client;événement;date de réservation;montant;cours\n1;visite;2026-01-01;5;yoga\n1;achat;2026-01-02;6;yoga\n',
      ),
      {
        person: 'id client',
        type: 'événement',
        at: 'date de réservation',
        amount: 'montant',
        name: 'cours',
      },
    );
  });

  it('keep the booking date apart from the date of the class', () => {
    const found = columns(
      'client id,booking date,class date,status\n1,2026-01-01,2026-01-05,booked\n',
      'bookings.csv',
    );
    assert.equal(found.at, 'booking date');
    assert.equal(found.eventAt, 'class date');
  });

  it('are dates where the values are, whatever the header', () => {
    const found = guess('client_id,event,xyz\n1,visit,2026-01-01\n1,buy,2026-01-02\n');
    assert.equal(found.columns.find((column) => column.name === 'at')?.header, 'xyz');
  });

  it('without a type are told as incomplete, unless the file says it', () => {
    assert.deepEqual(guess('client_id,date\n1,2026-01-01\n1,2026-01-02\n').missing, ['type']);
    assert.deepEqual(guess('client_id,date\n1,2026-01-01\n1,2026-01-02\n', 'visits.csv').missing, []);
  });

  it('with dates that could be read in two ways are told', () => {
    const ambiguous = guess('client_id,event,date\n1,visit,03/04/2026\n1,buy,04/04/2026\n');
    assert.deepEqual(ambiguous.ambiguousDates, ['date']);
    const clear = guess('client_id,event,date\n1,visit,03/04/2026\n1,buy,14/04/2026\n');
    assert.deepEqual(clear.ambiguousDates, []);
    assert.equal(clear.columns.find((column) => column.name === 'at')?.dateFormat, 'dmy');
  });
});

describe('a mapping', () => {
  const events = parseCsv(
    'client,event,date,amount\n 7 ,visit,2026-01-01,"1 234,50 €"\n7,buy,2026-01-02,12.5\n',
    { name: 'e.csv' },
  );

  it('is plain JSON that says the same when it is pasted', () => {
    const found = toMapping(
      guessMapping({ headers: events.headers, sample: events.columns }),
    ) as EventsMapping;
    assert.deepEqual(found, {
      type: { column: 'event' },
      columns: { person: 'client', at: 'date', amount: 'amount' },
    });
    const pasted = JSON.parse(JSON.stringify(found)) as EventsMapping;
    assert.deepEqual(applyMapping(events, 'events', pasted), applyMapping(events, 'events', found));
  });

  it('renames columns and values', () => {
    const mapped = applyMapping(events, 'events', {
      type: { column: 'event' },
      columns: { person: 'client', at: 'date' },
      values: { event: { visit: 'check-in' } },
    });
    assert.deepEqual(listColumns(mapped.columns).type, ['check-in', 'buy']);
    assert.deepEqual(listColumns(mapped.columns).person, ['7', '7']);
    assert.deepEqual(listColumns(mapped.columns).amount, [1234.5, 12.5]);
    assert.deepEqual(listNumbers(mapped.lines), [2, 3]);
    assert.equal(mapped.type, undefined);
  });

  it('may say one type for all rows', () => {
    assert.equal(
      applyMapping(events, 'events', { type: 'purchase', columns: { person: 'client' } }).type,
      'purchase',
    );
  });

  it('keeps a column whose name another one takes', () => {
    const table = parseCsv('id,client_id\nrow1,m1\nrow2,m2\n');
    const mapped = applyMapping(table, 'people', { columns: { id: 'client_id' } });
    assert.deepEqual(listColumns(mapped.columns), { id: ['m1', 'm2'], 'id (2)': ['row1', 'row2'] });
  });

  it('that names a column that is not there is an error', () => {
    assert.throws(() => applyMapping(events, 'events', { columns: { person: 'nobody' } }), {
      code: 'invalid-mapping',
      path: 'e.csv',
      value: 'nobody',
    });
  });

  it('reads dates written day first when told, or when some date shows it', () => {
    const read = (dates: string, order?: 'dmy' | 'mdy') => {
      const table = parseCsv(`id,createdAt\n${dates}`);
      const mapping = { ...(order ? { dateOrder: order } : {}) } as PeopleMapping;
      return listCells(applyMapping(table, 'people', mapping).columns.createdAt);
    };
    assert.deepEqual(read('1,03/04/2026\n2,31/12/2026 14:05\n'), ['2026-04-03', '2026-12-31T14:05:00']);
    assert.deepEqual(read('1,03/04/2026\n2,12/31/2026 2:05 PM\n'), ['2026-03-04', '2026-12-31T14:05:00']);
    assert.deepEqual(read('1,03/04/2026\n', 'dmy'), ['2026-04-03']);
    assert.deepEqual(read('1,03/04/2026\n', 'mdy'), ['2026-03-04']);
    assert.deepEqual(read('1,03/04/2026\n'), ['03/04/2026'], 'not known: left for the store to refuse');
    assert.deepEqual(
      read('1,31/12/2026\n2,12/31/2026\n'),
      ['31/12/2026', '12/31/2026'],
      'contradictory: left',
    );
    assert.deepEqual(read('1,31/12/2026\n2,soon\n'), ['2026-12-31', 'soon']);
  });

  it('reads yes and no, lists, and both halves of a name', () => {
    const table = parseCsv(
      'id,isCustomer,tags,firstName,lastName,consentEmail\n1,oui,"vip; yoga",Zoé,B,non\n2,,,Al,,\n',
    );
    const mapped = applyMapping(table, 'people', {});
    assert.deepEqual(listColumns(mapped.columns).isCustomer, [true, '']);
    assert.deepEqual(listColumns(mapped.columns).tags, [['vip', 'yoga'], []]);
    assert.deepEqual(listColumns(mapped.columns).name, ['Zoé B', 'Al']);
    assert.deepEqual(listColumns(mapped.columns).consent, [{ email: false }, undefined]);
  });
});
