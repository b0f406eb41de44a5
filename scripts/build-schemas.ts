// Writes the package's JSON Schemas (dist/schema/) from the valibot schemas the engine itself checks with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import {
  ActivationResultSchema,
  ChannelResultSchema,
  DatasetSchema,
  DefinitionSchema,
  ExperimentResultSchema,
  ResultSchema,
  WheelResultSchema,
} from '../src/engine/schema/index.ts';

const folder = fileURLToPath(new URL('../dist/schema/', import.meta.url));
const examples = new URL('../src/engine/schema/examples/', import.meta.url);
const schemas = {
  definition: DefinitionSchema,
  dataset: DatasetSchema,
  result: ResultSchema,
  wheel: WheelResultSchema,
  activation: ActivationResultSchema,
  channels: ChannelResultSchema,
  experiment: ExperimentResultSchema,
};

mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  // Checks that are code (a valid date, say) have no JSON Schema form and are left out: "ignore".
  const json = toJsonSchema(schema, { errorMode: 'ignore' });
  const example: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, examples), 'utf8'));
  const text = JSON.stringify({ title: `funnelwheel ${name}`, ...json, examples: [example] }, null, 2);
  writeFileSync(`${folder}${name}.schema.json`, `${text}\n`);
}
