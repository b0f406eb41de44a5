// A reporter for node:test: prints failures and skips in full, and writes the counts as JSON to the file
// that FUNNELWHEEL_COUNTS names. Tests are counted, suites are not.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** Whether an event is about a suite, or about a test file as a whole that ran (its tests report themselves). */
function isGroup({ name, file, details }) {
  return details?.type === 'suite' || (file !== undefined && name === file);
}

/** Whether a test failed only because a test inside it did; that one is reported by itself. */
function isEcho({ details }) {
  return details?.error?.failureType === 'subtestsFailed';
}

function place({ file }) {
  return file === undefined ? '' : ` (${relative(process.cwd(), file)})`;
}

function describeFailure(data) {
  const error = data.details?.error;
  const cause = error?.cause ?? error;
  const text = cause instanceof Error || typeof cause !== 'string' ? inspect(cause) : cause;
  return `✖ ${data.name}${place(data)}\n${text.replace(/^/gm, '    ')}\n`;
}

function describeSkip(data) {
  const reason = data.skip ?? data.todo;
  return `- skipped: ${data.name}${typeof reason === 'string' ? `: ${reason}` : ' (no reason given)'}\n`;
}

function isSkip(data) {
  return data.skip !== undefined || data.todo !== undefined;
}

/** Turns the events of a run into text; counts on the way. */
export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && isSkip(data)) {
      // A skipped suite does not report its tests: it counts as one.
      counts.skipped += 1;
      yield describeSkip(data);
    } else if (type === 'test:pass' && !isGroup(data)) counts.passed += 1;
    if (type === 'test:fail' && !isEcho(data)) {
      counts.failed += 1;
      yield describeFailure(data);
    }
  }
  writeFileSync(process.env.FUNNELWHEEL_COUNTS, JSON.stringify(counts));
}
