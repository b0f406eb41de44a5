export {
  EngineClient,
  getEngineClient,
  type DatasetHandle,
  type EngineClientOptions,
  type LoadRequest,
} from './engine-client.ts';
export type { EnginePlace } from './engine-port.ts';
export { createDatasetSource, type DatasetSourceOptions } from './dataset-source.ts';
export { createAnswerSource, type EngineQuestion } from './answer-source.ts';
export { createWheelDatasetSource } from './wheel-dataset-source.ts';
