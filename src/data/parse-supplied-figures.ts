import {
  parseActivationResult,
  parseChannelResult,
  parseExperimentResult,
  type ActivationResult,
  type ChannelResult,
  type ExperimentResult,
} from '../engine/schema/figures.ts';
import { checkCurrency, checkMoment, checkRange, checkTimeZone, refuse } from './supplied-values.ts';

/** What every result of the small elements says of itself. */
type Provenance = Pick<ActivationResult, 'asOf' | 'range' | 'timeZone'>;

function checkProvenance({ asOf, range, timeZone }: Provenance): void {
  checkMoment(asOf, 'asOf');
  checkRange(range, 'range');
  checkTimeZone(timeZone, 'timeZone');
}

/** The activated are some of the acquired: a rate above 1 is a mistake of whoever counted. */
function checkPart(
  { acquired, activated }: Pick<ActivationResult, 'acquired' | 'activated'>,
  path: string,
): void {
  if (acquired !== null && activated !== null && activated > acquired)
    throw refuse(path, 'more were activated than were acquired', activated);
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseSuppliedActivation(value: unknown): ActivationResult {
  const result = parseActivationResult(value);
  checkProvenance(result);
  checkPart(result, 'activated');
  result.periods?.forEach((period, index) => {
    checkMoment(period.start, `periods[${index}].start`);
    checkPart(period, `periods[${index}].activated`);
  });
  return result;
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseSuppliedChannels(value: unknown): ChannelResult {
  const result = parseChannelResult(value);
  checkProvenance(result);
  checkCurrency(result.currency);
  return result;
}

function checkConverted(converted: number | undefined, exposed: number, path: string): void {
  if (converted !== undefined && converted > exposed)
    throw refuse(path, 'more converted than saw the variant', converted);
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseSuppliedExperiment(value: unknown): ExperimentResult {
  const result = parseExperimentResult(value);
  checkProvenance(result);
  result.variants.forEach(({ exposed, converted, steps }, index) => {
    const path = `variants[${index}]`;
    checkConverted(converted, exposed, `${path}.converted`);
    steps?.forEach((step, at) => checkConverted(step.converted, exposed, `${path}.steps[${at}].converted`));
  });
  return result;
}
