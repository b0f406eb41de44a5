import type { ErrorCode } from '../engine/error.ts';

/** What is said of each error, in English. */
export const errorsEn: Readonly<Record<ErrorCode, string>> = {
  'invalid-definition': 'The definition has a mistake.',
  'invalid-dataset': 'The data has a form that cannot be read.',
  'invalid-result': 'The figures have a form that cannot be read.',
  'invalid-options': 'The chosen options do not fit together.',
  'invalid-mapping': 'The columns of the data are not matched to what is needed.',
  'invalid-file': 'This file cannot be read.',
  'no-usable-rows': 'The data has no row that can be used.',
  'unknown-funnel': 'There is no funnel of this name.',
  'unknown-step': 'There is no step of this name.',
  'unknown-subject': 'This person is not in the data.',
  'not-configured': 'This is not set up yet.',
  unsupported: 'This is not possible here.',
  network: 'The server could not be reached.',
  timeout: 'The server took too long to answer.',
  http: 'The server answered with an error.',
  unauthorized: 'You need to sign in again.',
  forbidden: 'You may not see these figures.',
  'too-large': 'The answer is too large.',
  'not-json': 'The server’s answer is not the expected kind.',
  'worker-failed': 'The calculation stopped unexpectedly.',
  internal: 'Something went wrong here.',
};
