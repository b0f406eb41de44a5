import { refuseReserved, parseWith } from './parse.ts';
import {
  ActivationOptionsSchema,
  ActivationResultSchema,
  type ActivationOptions,
  type ActivationResult,
} from './figures-activation.ts';
import {
  ChannelOptionsSchema,
  ChannelResultSchema,
  type ChannelOptions,
  type ChannelResult,
} from './figures-channels.ts';
import {
  ExperimentOptionsSchema,
  ExperimentResultSchema,
  type ExperimentOptions,
  type ExperimentResult,
} from './figures-experiments.ts';

export * from './figures-activation.ts';
export * from './figures-channels.ts';
export * from './figures-conditions.ts';
export * from './figures-experiments.ts';

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseActivationOptions(value: unknown): ActivationOptions {
  refuseReserved(value, 'invalid-options');
  return parseWith(ActivationOptionsSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseActivationResult(value: unknown): ActivationResult {
  return parseWith(ActivationResultSchema, value, 'invalid-result');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseChannelOptions(value: unknown): ChannelOptions {
  refuseReserved(value, 'invalid-options');
  return parseWith(ChannelOptionsSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseChannelResult(value: unknown): ChannelResult {
  return parseWith(ChannelResultSchema, value, 'invalid-result');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseExperimentOptions(value: unknown): ExperimentOptions {
  refuseReserved(value, 'invalid-options');
  return parseWith(ExperimentOptionsSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseExperimentResult(value: unknown): ExperimentResult {
  return parseWith(ExperimentResultSchema, value, 'invalid-result');
}
