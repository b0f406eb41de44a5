// `npm run pictures`: takes every scenario of the page of states in four widths and four looks, and compares with the
// references. `npm run pictures -- --renew` makes what it sees the references; names after it are scenarios.
import { writeFileSync } from 'node:fs';
import { findChromium } from './browsers/find-engines.mjs';
import { judgePicture, renewPicture } from './pictures/judge.mjs';
import { findBlindness } from './pictures/prove-sensitivity.mjs';
import {
  clearDifferences,
  listReferences,
  readMajor,
  removeReference,
  writeMajor,
} from './pictures/references.mjs';
import { LOOKS, Studio } from './pictures/studio.mjs';

const isRenewal = process.argv.includes('--renew');
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const counts = { passed: 0, failed: 0, skipped: 0 };

function fail(text) {
  counts.failed += 1;
  console.log(`✖ ${text}`);
}

/** Takes one scenario in all its looks. */
async function takeScenario(stage, id) {
  try {
    await stage.show(id);
    for (const look of looksOf(id)) handlePicture(`${id}.${look}`, await stage.take(look));
  } catch (error) {
    fail(`${id}: ${error.message}`);
  }
}

/** Scenarios that are too long on paper to be taken in print. */
let longOnPaper = [];

function looksOf(id) {
  return Object.keys(LOOKS).filter((look) => look !== 'print' || !longOnPaper.includes(id));
}

function handlePicture(name, bytes) {
  if (isRenewal) return renewPicture(name, bytes) ? console.log(`renewed ${name}`) : undefined;
  const fault = judgePicture(name, bytes);
  if (fault) fail(fault);
  else counts.passed += 1;
}

/** Works on a list of scenarios with two pages at once, one scenario a page. */
async function takeAll(studio, stage, ids) {
  const waiting = [...ids];
  const work = async (own) => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await takeScenario(own, id);
  };
  await Promise.all([work(stage), work(await studio.openStage(ids[0]))]);
}

/** References that no scenario asks for: taken away at a renewal, a fault else. */
function judgeLeftovers(ids) {
  const known = new Set(ids.flatMap((id) => looksOf(id).map((look) => `${id}.${look}`)));
  for (const name of listReferences().filter((each) => !known.has(each)))
    if (isRenewal) removeReference(name);
    else fail(`${name} is a reference of no scenario (npm run pictures -- --renew takes it away)`);
}

async function run(studio) {
  if (!isRenewal && studio.major !== readMajor()) {
    counts.skipped = listReferences().length;
    const reason = `the references are of Chromium ${readMajor() ?? '(none yet)'}, this is ${studio.major}`;
    return console.log(`- skipped: ${counts.skipped} pictures: ${reason}`);
  }
  const stage = await studio.openStage('chart-plain');
  const all = await stage.evaluate(async () =>
    (await import('/scenarios/index.ts')).SCENARIOS.map(({ id }) => id),
  );
  longOnPaper = await stage.evaluate(async () =>
    (await import('/scenarios/index.ts')).SCENARIOS.filter(({ isLongOnPaper }) => isLongOnPaper).map(
      ({ id }) => id,
    ),
  );
  const unknown = asked.filter((id) => !all.includes(id));
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}`);
  if (isRenewal) writeMajor(studio.major);
  else clearDifferences();
  const faults = await findBlindness(stage);
  faults.forEach(fail);
  if (faults.length === 0) counts.passed += 1;
  await takeAll(studio, stage, asked.length > 0 ? asked : all);
  if (asked.length === 0) judgeLeftovers(all);
}

const studio = await Studio.open(await findChromium());
try {
  await run(studio);
} catch (error) {
  fail(error.stack);
} finally {
  await studio.close();
}
if (process.env.FUNNELWHEEL_COUNTS) writeFileSync(process.env.FUNNELWHEEL_COUNTS, JSON.stringify(counts));
else console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
