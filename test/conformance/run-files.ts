// Runs case files and tells how each case fared; printing and counting are the callers'.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CaseFileError, parseCaseFile, type ReadCase } from './case-file.ts';
import { runCase, type Mismatch } from './run-case.ts';

export type Verdict =
  | { status: 'passed' }
  | { status: 'skipped'; reason: string }
  | { status: 'failed'; mismatches: Mismatch[] }
  | { status: 'failed'; error: string };

/**
 * The JSON files at a path: itself, or those of a folder.
 * @throws CaseFileError when there is nothing there
 */
export function listCaseFiles(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new CaseFileError(`${path}: no such file or folder`);
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new CaseFileError(`${path}: no .json file in this folder`);
  return names.sort().map((name) => join(path, name));
}

/** @throws CaseFileError when the file is not of the form */
export function readCaseFile(path: string): ReadCase[] {
  return parseCaseFile(readFileSync(path, 'utf8'), basename(path));
}

/** A `dialect` case follows rules of its source alone, so it is skipped with its reason. */
export function judgeCase(read: ReadCase): Verdict {
  if ('fault' in read) return { status: 'failed', error: read.fault };
  const { parsed } = read;
  if (parsed.class === 'dialect')
    return { status: 'skipped', reason: parsed.classReason ?? 'a dialect of its source' };
  try {
    const mismatches = runCase(parsed);
    return mismatches.length === 0 ? { status: 'passed' } : { status: 'failed', mismatches };
  } catch (error) {
    return { status: 'failed', error: describeError(error) };
  }
}

/** A verdict in lines of text, for people. */
export function describeFailure(verdict: Extract<Verdict, { status: 'failed' }>): string {
  if ('error' in verdict) return `  ${verdict.error}`;
  return verdict.mismatches
    .map(
      ({ what, expected, got }) =>
        `  ${what}\n    expected ${JSON.stringify(expected)}\n    got      ${JSON.stringify(got)}`,
    )
    .join('\n');
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
