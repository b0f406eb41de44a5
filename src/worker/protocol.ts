import type { LoadProgress, SubjectId } from '../data/ask-options.ts';
import type { DatasetDefaults, DatasetSources, FileSource } from '../data/dataset-sources.ts';
import type { ReaderUrls } from '../data/reader-files.ts';
import type { BreakdownOffer, ErrorDetail, Explanation, Histogram, PeopleQuery } from '../engine/index.ts';
import type {
  FactorsOption,
  FactorsResult,
  FilterOffer,
  FunnelDefinition,
  FunnelResult,
  PeoplePage,
  RunOptions,
  FunnelSegment,
  TimeToConvertOption,
} from '../engine/schema/index.ts';
import type { FigureQuestions } from './figure-questions.ts';
import type { PackedTable } from './packed-table.ts';
import type { WheelQuestions } from './wheel-questions.ts';

/** A funnel of the catalogue by its id, or a definition. */
export type Funnel = string | FunnelDefinition;

/** The questions of a dataset, with what they take and what they answer. */
export interface Questions extends FigureQuestions, WheelQuestions {
  compute: { takes: [funnel: Funnel, options: RunOptions]; answers: FunnelResult };
  people: {
    takes: [funnel: Funnel, options: RunOptions, segment: FunnelSegment, query: PeopleQuery];
    answers: PeoplePage;
  };
  /** Ids of a segment; with `offset` and `limit` a part of them. Numbers alone come as a transferred Float64Array. */
  ids: {
    takes: [funnel: Funnel, options: RunOptions, segment: FunnelSegment, query: PeopleQuery];
    answers: SubjectId[] | Float64Array;
  };
  explain: { takes: [funnel: Funnel, options: RunOptions, subject: SubjectId]; answers: Explanation };
  filterValues: {
    takes: [funnel: Funnel, options: RunOptions, step: string, property: string];
    answers: FilterOffer;
  };
  timeToConvert: {
    takes: [funnel: Funnel, options: RunOptions, option: TimeToConvertOption];
    answers: Histogram;
  };
  factors: {
    takes: [funnel: Funnel, options: RunOptions, option: FactorsOption];
    answers: FactorsResult;
  };
  breakdownProperties: { takes: [funnel: Funnel]; answers: BreakdownOffer[] };
}
export type Method = keyof Questions;

/** One question with its arguments. */
export type Question = { [M in Method]: { method: M; args: Questions[M]['takes'] } }[Method];

/** A dataset on its way: its tables packed, or one file that holds it whole. */
export type PackedDataset =
  | { sources: Omit<DatasetSources, 'people' | 'events' | 'campaigns' | 'tables'>; tables: PackedSource[] }
  | { file: Blob | string; name: string; defaults: DatasetDefaults };

/** A table and its place in the dataset: `people`, `events`, `campaigns`, or a type. */
export type PackedSource = { place: 'people' | 'events' | 'campaigns' | { type: string } } & (
  | { table: PackedTable }
  /** A file by URL, or by the name that the page gave to a stream, is asked for by `need-file`. */
  | (Omit<FileSource, 'file'> & { file: Blob | string })
);

/** A change of a dataset on its way. The zone of an addition is void: the dataset has one. */
export type PackedChange = { kind: 'append'; packed: PackedDataset } | { kind: 'remove'; ids: SubjectId[] };

/** What the page says. `seq` numbers what is answered; `dataset` is chosen by the page. */
export type ToEngine =
  | {
      kind: 'load';
      seq: number;
      dataset: number;
      packed: PackedDataset;
      /** What became of the dataset since it was read, where it is sent again. */
      changes: PackedChange[];
      readers: ReaderUrls;
    }
  | { kind: 'change'; seq: number; dataset: number; change: PackedChange; readers: ReaderUrls }
  | { kind: 'ask'; seq: number; dataset: number; question: Question }
  | { kind: 'cancel'; seq: number }
  | { kind: 'release'; dataset: number }
  /** Asks for a sign of life: a `pong`. */
  | { kind: 'ping' }
  /** The file that was asked for by `need-file`, or why it could not be had. */
  | { kind: 'file'; seq: number; url: string; file?: Blob; error?: ErrorDetail };

/** What the engine's side says. `ready` is the first message. */
export type FromEngine =
  /** `lock` names a lock of the browser's that the engine's worker holds while it works. */
  | { kind: 'ready'; lock?: string }
  | { kind: 'pong' }
  | { kind: 'progress'; seq: number; progress: LoadProgress }
  | { kind: 'need-file'; seq: number; url: string }
  | { kind: 'done'; seq: number; value: unknown }
  | { kind: 'failed'; seq: number; error: ErrorDetail };

/** Sends a message, moving what can be moved. */
export type Send<T> = (message: T, transfer?: Transferable[]) => void;
