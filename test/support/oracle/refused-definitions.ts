/** A definition that the rules refuse, and where its mistake is: the path, or the beginning of it. */
export interface RefusedDefinition {
  why: string;
  path: string;
  definition: object;
}

const a = { id: 'a', event: 'a' };
const b = { id: 'b', event: 'b' };
const c = { id: 'c', event: 'c' };

function refuse(why: string, path: string, definition: object): RefusedDefinition {
  return { why, path, definition: { id: 'refused', ...definition } };
}

/** Each is refused by `../shared/spec/funnels.md` or by its grammar in `data.md`. */
export const refusedDefinitions: readonly RefusedDefinition[] = [
  refuse('no steps', 'steps', { steps: [] }),
  refuse('an unknown field of a step', 'steps[1].evnt', { steps: [a, { id: 'b', evnt: 'b' }] }),
  refuse('an unknown field of the funnel', 'windows', { windows: {}, steps: [a] }),
  refuse('an unknown operator', 'steps[0].where', { steps: [{ ...a, where: { v: { like: 'x' } } }] }),
  refuse('an unknown order', 'order', { order: 'random', steps: [a] }),
  refuse('a window of two units', 'window', { window: { days: 1, ms: 5 }, steps: [a, b] }),
  refuse('a negative window', 'window', { window: { days: -1 }, steps: [a, b] }),
  refuse('a step without event', 'steps[1]', { steps: [a, { id: 'b' }] }),
  refuse('two steps of one id', 'steps[1].id', { steps: [a, { ...b, id: 'a' }] }),
  refuse('a base that is no step', 'steps[1].base', { steps: [a, { ...b, base: 'z' }] }),
  refuse('a base that comes later', 'steps[1].base', { steps: [a, { ...b, base: 'c' }, c] }),
  refuse('a step that is its own base', 'steps[1].base', { steps: [a, { ...b, base: 'b' }] }),
  refuse('an optional base', 'steps[2].base', { steps: [a, { ...b, optional: true }, { ...c, base: 'b' }] }),
  refuse('an `after` that is no step', 'steps[1].after', { steps: [a, { ...b, after: 'z' }] }),
  refuse('an `after` that comes later', 'steps[1].after', { steps: [a, { ...b, after: 'c' }, c] }),
  refuse('a `distinctFrom` that is no step', 'steps[1].distinctFrom', {
    steps: [a, { ...b, distinctFrom: ['z'] }],
  }),
  refuse('an exclusion of no step', 'exclude[0].between', {
    exclude: [{ event: 'x', between: ['a', 'z'] }],
    steps: [a, b],
  }),
  refuse('an exclusion backwards', 'exclude[0].between', {
    exclude: [{ event: 'x', between: ['b', 'a'] }],
    steps: [a, b],
  }),
  refuse('an optional first step', 'steps[0].optional', { steps: [{ ...a, optional: true }, b] }),
  refuse('an outcome that is neither', 'steps[1].outcomes', {
    steps: [a, { ...b, outcomes: { x: { as: 'gone' } } }],
  }),
  refuse('nth of zero', 'steps[0].nth', { steps: [{ ...a, nth: 0 }] }),
  refuse('absent and a pick', 'steps[0]', { steps: [{ ...a, absent: true, pick: 'last' }] }),
  refuse('absent and nth', 'steps[0]', { steps: [{ ...a, absent: true, nth: 2 }] }),
  refuse('strict with a base', 'steps[1].base', { order: 'strict', steps: [a, { ...b, base: 'a' }] }),
  refuse('strict with `after`', 'steps[1].after', { order: 'strict', steps: [a, { ...b, after: 'a' }] }),
  refuse('strict with nth', 'steps[1].nth', { order: 'strict', steps: [a, { ...b, nth: 1 }] }),
  refuse('strict with the last', 'steps[1].pick', { order: 'strict', steps: [a, { ...b, pick: 'last' }] }),
  refuse('strict with an absent step', 'steps[1].absent', {
    order: 'strict',
    steps: [a, { ...b, absent: true }],
  }),
  ...['base', 'after'].map((field) =>
    refuse(`unordered with ${field}`, `steps[1].${field}`, {
      order: 'unordered',
      steps: [a, { ...b, [field]: 'a' }],
    }),
  ),
  ...['window', 'notBefore'].map((field) =>
    refuse(`unordered with a step's ${field}`, `steps[1].${field}`, {
      order: 'unordered',
      steps: [a, { ...b, [field]: { days: 1 } }],
    }),
  ),
  ...['optional', 'absent'].map((field) =>
    refuse(`unordered with ${field}`, `steps[1].${field}`, {
      order: 'unordered',
      steps: [a, { ...b, [field]: true }],
    }),
  ),
  refuse('unordered with outcomes', 'steps[1].outcomes', {
    order: 'unordered',
    steps: [a, { ...b, outcomes: { x: { as: 'dropped' } } }],
  }),
];
