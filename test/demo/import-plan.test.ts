import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openImportFile, missingOf, withRole, type ImportFile } from '../../demo/import/import-file.ts';
import {
  fitPlan,
  suggestPlan,
  toDataset,
  toDefinition,
  toJson,
  toName,
} from '../../demo/import/import-plan.ts';
import { summarizeFiles } from '../../demo/import/summarize-files.ts';
import { toStoreInput } from '../../src/data/to-store-input.ts';
import { FunnelSession, createStore, parseDefinition } from '../../src/engine/index.ts';

const SAMPLES = new URL('../../demo/samples/', import.meta.url);
const MUSCLEHUB = new URL('../../../shared/data/datasets/musclehub/', import.meta.url);
const noMuscleHub = existsSync(fileURLToPath(MUSCLEHUB))
  ? false
  : 'the folder ../shared is not beside the checkout';

function open(folder: URL, name: string): Promise<ImportFile> {
  return openImportFile(new File([readFileSync(new URL(name, folder))], name));
}

async function count(files: ImportFile[], steps: string[], from?: string): Promise<number[]> {
  const plan = {
    steps,
    order: 'independent',
    windowDays: '',
    from: from ?? '',
    to: '',
    breakdown: '',
  } as const;
  const { input } = await toStoreInput(toDataset(files, 'Europe/Paris'));
  const options = { range: from ? { from } : {}, now: '2026-11-15' };
  const result = new FunnelSession(createStore(input)).compute(toDefinition(plan, 'test'), options);
  return result.steps.map((step) => step.converted ?? -1);
}

test('the bundled sample is understood without a correction, but for its three bad rows', async () => {
  const files = [await open(SAMPLES, 'clients.csv'), await open(SAMPLES, 'evenements.csv')];
  assert.deepEqual(
    files.map(({ role }) => role),
    ['people', 'events'],
  );
  assert.deepEqual(files.flatMap(missingOf), []);
  const { summary, rejected } = await summarizeFiles(toDataset(files, 'Europe/Paris'));
  assert.equal(summary.people, 160);
  assert.equal(rejected.count, 3);
  assert.deepEqual(
    rejected.rows.map(({ line, code }) => [line, code]),
    [
      [42, 'missing-person'],
      [99, 'invalid-date'],
      [152, 'missing-date'],
    ],
  );
  assert.deepEqual(suggestPlan(summary).steps.map(toName)[0], 'Demande de contact');
});

test('a file taken for the wrong thing can be corrected, and says what is then missing', async () => {
  const people = await open(SAMPLES, 'clients.csv');
  const asEvents = withRole(people, 'events');
  assert.equal(asEvents.columns.person, 'N° client');
  assert.deepEqual(missingOf(asEvents), ['at', 'type']);
  assert.deepEqual(missingOf(withRole(people, 'ignore')), []);
});

test('a plan keeps the steps that other files still have', async () => {
  const { summary } = await summarizeFiles(
    toDataset([await open(SAMPLES, 'evenements.csv')], 'Europe/Paris'),
  );
  const plan = {
    ...suggestPlan(summary),
    steps: ['gone', 'Essai réservé'],
    breakdown: 'person.gone',
    from: '2026-08-01',
  };
  assert.deepEqual(fitPlan(plan, summary).steps, ['Essai réservé']);
  assert.equal(fitPlan(plan, summary).breakdown, '');
  assert.equal(fitPlan({ ...plan, steps: ['gone'] }, summary).from, '2026-08-01');
});

test('the JSON to paste holds a valid definition and names the files', async () => {
  const files = [await open(SAMPLES, 'clients.csv'), await open(SAMPLES, 'evenements.csv')];
  const { summary } = await summarizeFiles(toDataset(files, 'Europe/Paris'));
  const json = JSON.parse(
    toJson(files, 'Europe/Paris', { ...suggestPlan(summary), windowDays: '30' }, 'Test'),
  ) as {
    dataset: { mapping: { people: { file: string }; events: { file: string }[] } };
    definition: unknown;
  };
  assert.deepEqual(parseDefinition(json.definition).window, { days: 30 });
  assert.equal(json.dataset.mapping.people.file, 'clients.csv');
  assert.deepEqual(
    json.dataset.mapping.events.map(({ file }) => file),
    ['evenements.csv'],
  );
});

test(
  'MuscleHub: 5997, 575, 450, and 4998, 575, 450 of those who came from July 2017',
  { skip: noMuscleHub },
  async () => {
    const files = [await open(MUSCLEHUB, 'clients.csv'), await open(MUSCLEHUB, 'events.csv')];
    assert.deepEqual(files.flatMap(missingOf), []);
    const steps = ['visit', 'application', 'purchase'];
    assert.deepEqual(await count(files, steps), [5997, 575, 450]);
    assert.deepEqual(await count(files, steps, '2017-07-01'), [4998, 575, 450]);
  },
);
