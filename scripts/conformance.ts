// `npm run conformance -- FILE_OR_FOLDER…`: runs case files of the form of ../shared/data/peer-cases/README.md through
// the public engine. Prints each failure with what was expected and what came; the last line is
// `N passed, N failed, N skipped`. Exit code 1 on a failure, 2 when there is nothing to run.
import process from 'node:process';
import type { ReadCase } from '../test/conformance/case-file.ts';
import { CaseFileError } from '../test/conformance/case-file.ts';
import { describeFailure, judgeCase, listCaseFiles, readCaseFile } from '../test/conformance/run-files.ts';

const counts = { passed: 0, failed: 0, skipped: 0 };

function report(read: ReadCase): void {
  const verdict = judgeCase(read);
  counts[verdict.status] += 1;
  const title = `${read.id} ${read.name}`.trim();
  if (verdict.status === 'failed') console.log(`✖ ${title}\n${describeFailure(verdict)}`);
  if (verdict.status === 'skipped') console.log(`- ${title}: skipped, ${verdict.reason}`);
}

function main(paths: string[]): void {
  if (paths.length === 0) throw new CaseFileError('Name a case file or a folder of case files.');
  for (const file of paths.flatMap(listCaseFiles)) readCaseFile(file).forEach(report);
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CaseFileError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
