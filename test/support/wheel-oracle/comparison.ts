import type { WheelAnswer } from './wheel-oracle.ts';

/** How far two numbers may differ: sums in another order differ in the last digits. */
const TOLERANCE = 1e-9;

/** Two answers to one question; one line a difference, none when they agree. */
export function findWheelDifferences(expected: WheelAnswer, actual: WheelAnswer): string[] {
  return differences('', expected, actual);
}

function differences(path: string, expected: unknown, actual: unknown): string[] {
  if (expected === actual || (isNothing(expected) && isNothing(actual))) return [];
  if (typeof expected === 'number' && typeof actual === 'number' && isClose(expected, actual)) return [];
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length)
    return expected.flatMap((one, index) => differences(`${path}[${index}]`, one, actual[index]));
  if (isRecord(expected) && isRecord(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].flatMap((name) => differences(`${path}.${name}`, expected[name], actual[name]));
  }
  return [`${path}\n  oracle ${JSON.stringify(expected)}\n  engine ${JSON.stringify(actual)}`];
}

/** Unknown may be written as null or left out. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
