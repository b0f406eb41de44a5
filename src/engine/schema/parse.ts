import * as v from 'valibot';
import { FunnelwheelError, type ErrorCode } from '../error.ts';
import { DatasetSchema, type Dataset } from './dataset.ts';
import { DefinitionSchema, type FunnelDefinition } from './definition.ts';
import { RunOptionsSchema, SegmentSchema, type RunOptions, type Segment } from './options.ts';
import { PeoplePageSchema, ResultSchema, type FunnelResult, type PeoplePage } from './result.ts';

/** Checks a value against a schema; the error names the path, the value and the reason. */
function parseWith<S extends v.GenericSchema>(schema: S, value: unknown, code: ErrorCode): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const issue = deepest(parsed.issues[0]);
  const path = toPath(issue.path);
  throw new FunnelwheelError(code, `${path || 'the value'}: ${issue.message}`, { path, value: issue.input });
}

/** Of a union's alternatives, the one that came furthest names the mistake best. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const depth = (candidate: v.BaseIssue<unknown>) => candidate.path?.length ?? 0;
  let best = issue;
  for (const sub of issue.issues ?? []) {
    const inner = deepest(sub);
    if (depth(inner) > 0) {
      const joined = { ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] as never };
      if (depth(joined) > depth(best)) best = joined;
    }
  }
  return best;
}

function toPath(path: v.BaseIssue<unknown>['path']): string {
  let text = '';
  for (const item of path ?? []) {
    const key = item.key;
    text += typeof key === 'number' ? `[${key}]` : text === '' ? String(key) : `.${String(key)}`;
  }
  return text;
}

/** @throws FunnelwheelError `invalid-definition` with the path of the mistake. Shape only, see `compileFunnel`. */
export function parseDefinition(value: unknown): FunnelDefinition {
  return parseWith(DefinitionSchema, value, 'invalid-definition');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseResult(value: unknown): FunnelResult {
  return parseWith(ResultSchema, value, 'invalid-result');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseRunOptions(value: unknown): RunOptions {
  return parseWith(RunOptionsSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-dataset` with the path of the mistake. The rows themselves are not looked at. */
export function parseDataset(value: unknown): Dataset {
  return parseWith(DatasetSchema, value, 'invalid-dataset');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parsePeoplePage(value: unknown): PeoplePage {
  return parseWith(PeoplePageSchema, value, 'invalid-result');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseSegment(value: unknown): Segment {
  return parseWith(SegmentSchema, value, 'invalid-options');
}
