import type { WheelResult, WheelSegment } from '../engine/schema/wheel.ts';
import type { HostFetchOptions } from './host-fetch.ts';
import { LinkedPeople } from './linked-people.ts';

/**
 * The people a supplied wheel links to; undefined when it has no link. The template knows model, phase, outside, from
 * and to besides what every list of people is asked by.
 */
export function toLinkedWheelPeople(
  { links, model }: WheelResult,
  base: string,
  options: HostFetchOptions,
): LinkedPeople<WheelSegment> | undefined {
  const template = links?.people;
  if (template === undefined) return undefined;
  return new LinkedPeople({ template, base, toVariables: (segment) => ({ model, ...segment }) }, options);
}
