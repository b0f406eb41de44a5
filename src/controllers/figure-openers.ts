import { createFinishedSource } from '../data/finished-source.ts';
import { LazySource } from '../data/lazy-source.ts';
import type { LoadParse } from '../data/load-parse.ts';
import { loadPart, prepare, type LoadOnce } from '../data/load-part.ts';
import type { Source } from '../data/source.ts';
import type { FigureQuestions } from '../worker/figure-questions.ts';
import type { SourceOpeners } from './load-inputs.ts';

type Method = keyof FigureQuestions;
type RequestOf<M extends Method> = FigureQuestions[M]['takes'][0];
type ResultOf<M extends Method> = FigureQuestions[M]['answers'];

/** What a small element loads from. */
export type FigureSource<M extends Method> = Source<RequestOf<M>, ResultOf<M>>;

/** How the numbers of one small element are asked for. */
export interface FigureWays<M extends Method> {
  /** The question of the engine. */
  method: M;
  /** Brings what checks a finished result. */
  loadParse: LoadParse<ResultOf<M>>;
  /** Brings what the element needs beside the result to show it. */
  loadBeside?: LoadOnce<unknown>;
  /** The question as query parameters of a server. */
  toQuery: (request: RequestOf<M>) => URLSearchParams;
}

/** The ways into a small element; what fetches and what computes is loaded when it is needed. */
export function createFigureOpeners<M extends Method>({
  method,
  loadParse,
  toQuery,
  loadBeside,
}: FigureWays<M>): SourceOpeners<FigureSource<M>> {
  const lazy = (kind: 'src' | 'dataset', open: () => Promise<FigureSource<M>>) =>
    new LazySource<RequestOf<M>, ResultOf<M>>(kind, open);
  return {
    expectResult: () => prepare(() => Promise.all([loadParse(), loadBeside?.()])),
    ...(loadBeside ? { loadBeside } : {}),
    openResult: (result) => createFinishedSource({ result, loadParse }),
    openSrc: (options) =>
      lazy('src', async () => {
        prepare(loadParse);
        const { createFetchedSource } = await loadPart(() => import('../data/fetched-source.ts'));
        return createFetchedSource({ ...options, loadParse, toQuery });
      }),
    openDataset: (options) =>
      lazy('dataset', async () => {
        const { createAnswerSource } = await loadPart(() => import('../worker/answer-source.ts'));
        return createAnswerSource<RequestOf<M>, ResultOf<M>>(
          options,
          ({ client, handle, request, now }, ask) => {
            const takes = [{ ...(now === undefined ? {} : { now }), ...request }] as never;
            return client.ask(handle, method, takes, ask) as Promise<ResultOf<M>>;
          },
        );
      }),
  };
}

/** Query parameters of what is set; objects as JSON. */
export function toQuery(entries: Readonly<Record<string, unknown>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) {
    if (value === undefined || value === null || value === '') continue;
    query.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return query;
}
