// A reporter for web-test-runner: prints failures and skips in full, and writes the counts as JSON to the file
// that FUNNELWHEEL_COUNTS names. A test file that does not load, or that breaks outside a test, is one failure.
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';

/** All tests of a session with their full names. */
function* testsOf(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, title: [...path, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...path, inner.name]);
}

function describeError({ name, message, stack, expected, actual }) {
  const difference = expected === undefined ? '' : `\nexpected: ${expected}\nactual:   ${actual}`;
  const head = stack?.includes(message) ? '' : `${name ? `${name}: ` : ''}${message}\n`;
  return `${head}${stack ?? ''}${difference}`.replace(/^/gm, '    ');
}

const toText = (part) => (typeof part === 'string' ? part : inspect(part));

/** The browser's console, which explains many a failure, without Lit's greeting. */
function describeLogs(logs) {
  const texts = logs.map((parts) => parts.map(toText).join(' '));
  return texts.filter((text) => !text.startsWith('Lit is in dev mode')).map((text) => `    console: ${text}`);
}

/** What one session (one test file in one engine) has to say: counts and lines. */
export function readSession(session, root) {
  const file = `${session.testFile.replace(`${root}/`, '')}, ${session.browser.name}`;
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const test of testsOf(session.testResults)) {
    if (test.skipped) {
      counts.skipped += 1;
      lines.push(`- skipped: ${test.title} (${file})`);
    } else if (test.passed) counts.passed += 1;
    else {
      counts.failed += 1;
      lines.push(
        `✖ ${test.title} (${file})`,
        test.error ? describeError(test.error) : '    no error was reported',
      );
    }
  }
  const broken = session.errors.length > 0 || session.testResults === undefined;
  if (broken) {
    counts.failed += 1;
    const errors = session.errors.map(describeError);
    lines.push(
      `✖ ${file}: did not load, or broke outside of its tests`,
      ...errors,
      ...session.request404s.map((url) => `    404: ${url}`),
    );
  }
  if (!broken && session.passed === false && counts.failed === 0) {
    counts.failed += 1;
    lines.push(`✖ ${file}: failed without a failing test`);
  }
  // A test that skips itself says why on the console.
  if (counts.failed + counts.skipped > 0) lines.push(...describeLogs(session.logs));
  return { counts, lines };
}

const NONE = { passed: 0, failed: 0, skipped: 0 };

function addCounts(one, other) {
  return Object.fromEntries(Object.keys(NONE).map((key) => [key, one[key] + other[key]]));
}

/** One line an engine: what it ran. */
function describeEngines(engines) {
  return Object.entries(engines).map(([name, { passed, failed, skipped, files }]) => {
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    return `  ${name}: ${counts} in ${files} ${files === 1 ? 'file' : 'files'}`;
  });
}

/** The reporter; `closeAfter` is run when the run has ended, so that the process can end too. */
export function countReporter({ closeAfter }) {
  let root = '';
  return {
    start({ config }) {
      root = config.rootDir;
    },
    onTestRunFinished({ sessions }) {
      const engines = {};
      for (const session of sessions) {
        const { counts, lines } = readSession(session, root);
        const { name } = session.browser;
        const before = engines[name] ?? { ...NONE, files: 0 };
        engines[name] = { ...addCounts(before, counts), files: before.files + 1 };
        if (lines.length > 0) console.log(lines.join('\n'));
      }
      console.log(describeEngines(engines).join('\n'));
      const total = Object.values(engines).reduce(addCounts, NONE);
      if (process.env.FUNNELWHEEL_COUNTS)
        writeFileSync(process.env.FUNNELWHEEL_COUNTS, JSON.stringify(total));
    },
    stop: closeAfter,
  };
}
