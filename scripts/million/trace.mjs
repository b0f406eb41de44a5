// Reads a Chromium trace: what the page's own thread did, task by task and frame by frame.

/** Milliseconds of a trace's microseconds. */
const MS = 1000;

/** From here on a task is long. */
const LONG = 50;

/** Scripts run within these; all else in a task is the browser's own (style, layout, paint). */
const SCRIPT = new Set(['FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks']);

/** The thread of the page's renderer: the one that laid out most. */
function findMainThread(events) {
  const counts = new Map();
  for (const { name, pid, tid } of events) {
    if (name !== 'UpdateLayoutTree' && name !== 'Layout') continue;
    const key = `${pid}/${tid}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** What an event took of the processor; a busy machine makes the time on the clock say little. */
const cpuOf = ({ dur = 0, tdur = dur }) => tdur / MS;

/** What events took in all, in ms, those within others counted once. */
function sumOutermost(events) {
  let sum = 0;
  let end = -Infinity;
  for (const event of events) {
    if (event.ts < end) continue;
    sum += cpuOf(event);
    end = event.ts + (event.dur ?? 0);
  }
  return sum;
}

/**
 * @param {Buffer} trace as Chromium wrote it
 * @returns {{long: number[], longest: number, busiest: number, usual: number, script: number}} in ms of the processor:
 * the tasks over 50 ms; the longest of all; of the work of a frame (all tasks up to the next) the most and the 95th
 * percentile; and the most script of a frame
 */
export function readTrace(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const thread = findMainThread(traceEvents);
  const own = traceEvents
    .filter(({ pid, tid, ts }) => `${pid}/${tid}` === thread && ts > 0)
    .sort((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const starts = own.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts);
  const within = (list, from, to) => list.filter(({ ts }) => ts >= from && ts < to);
  const scripts = own.filter(({ name, ph }) => ph === 'X' && SCRIPT.has(name));
  const frames = starts.map((start, index) => {
    const next = starts[index + 1] ?? Infinity;
    return {
      work: sumOutermost(within(tasks, start, next)),
      script: sumOutermost(within(scripts, start, next)),
    };
  });
  const works = frames.map(({ work }) => work).sort((a, b) => a - b);
  return {
    long: tasks
      .map(cpuOf)
      .filter((ms) => ms > LONG)
      .sort((a, b) => b - a),
    longest: Math.max(0, ...tasks.map(cpuOf)),
    busiest: works.at(-1) ?? 0,
    usual: works[Math.floor((works.length - 1) * 0.95)] ?? 0,
    script: Math.max(0, ...frames.map(({ script }) => script)),
  };
}
