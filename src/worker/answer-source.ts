import type { AskOptions } from '../data/ask-options.ts';
import type { Source } from '../data/source.ts';
import type { DatasetHandle, EngineClient } from './engine-client.ts';
import { LoadedDataset, type DatasetSourceOptions } from './loaded-dataset.ts';

/** What an answer is made of: the engine, the loaded dataset, and *now* where the dataset does not say it. */
export interface EngineQuestion<Request> {
  client: EngineClient;
  handle: DatasetHandle;
  request: Request;
  /** Epoch milliseconds of the machine's clock; undefined where the dataset has its own `asOf`. */
  now: number | undefined;
}

/**
 * A source whose result is the answer to one question of the engine's client:
 * `createAnswerSource(options, ({ client, handle, request, now }, ask) => client.ask(handle, 'activation', [request], ask))`.
 * The dataset is loaded with the first question and kept until `release`.
 */
export function createAnswerSource<Request, Result>(
  options: DatasetSourceOptions,
  answer: (question: EngineQuestion<Request>, ask: AskOptions) => Promise<Result>,
): Source<Request, Result> {
  const dataset = new LoadedDataset(options);
  return {
    kind: 'dataset',
    get summary() {
      return dataset.summary;
    },
    async load(request, loading) {
      const handle = await dataset.handle(loading);
      const { signal } = loading;
      return answer({ client: dataset.client, handle, request, now: dataset.now(handle) }, { signal });
    },
    changes: dataset,
    release: () => dataset.release(),
    forget: () => dataset.forget(),
  };
}
