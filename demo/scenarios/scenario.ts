import type { ErrorCode } from '../../src/engine/error.ts';
import type { FunnelResult, PersonRow, Segment } from '../../src/engine/schema/index.ts';
import type { Language } from '../studio/vocabulary.ts';

/** Where the numbers of a scenario come from, and how that goes. */
export type Load =
  /** Nothing was set at all. */
  | { kind: 'nothing' }
  | { kind: 'result'; result: object }
  /** The first load that never ends; `share` of it has come. */
  | { kind: 'pending'; share?: number }
  | { kind: 'failing'; code: ErrorCode }
  /** Loaded once; the next load never ends. */
  | { kind: 'refreshing'; result: object }
  /** Loaded once; the next load fails. */
  | { kind: 'stale'; result: object; code: ErrorCode };

/** What a list of people is given, and how its host answers. */
export interface PeopleSetting {
  /** Whose they are; steps and names come from it. */
  result: FunnelResult;
  segment: Segment;
  /** The people: some written out, or as many as a number says, each following from its number. */
  rows: readonly PersonRow[] | number;
  /** The number on the cell that was opened; absent: as many as there are. */
  count?: number;
  /** Questions that are never answered, or fail, from this row on. */
  pendingFrom?: number;
  failsFrom?: number;
  code?: ErrorCode;
  /** How the host answers a request to tag. Absent: nobody listens. */
  request?: 'pending' | 'done' | 'partial' | 'failed' | 'refused';
}

/** Something done to the element, inside its shadow root, once it is loaded. */
export type Action =
  | { click: string }
  | { type: string; text: string }
  | { scroll: string; share: number }
  /** Waits until this is there. */
  | { await: string };

/** What is said of one step: each is looked for in the row's accessible name. */
export interface StepExpectation {
  name: string;
  count: string;
  rate?: string;
  loss?: string;
}

/** What a scenario must show, in English. */
export interface Expectation {
  steps?: readonly StepExpectation[];
  /** Texts that are there, and texts that must not be. */
  texts?: readonly string[];
  absent?: readonly string[];
}

/** One state of one element: data for the page of states, for the tests and for the pictures. */
export interface Scenario {
  /** Unique, in kebab case: the address and the picture's file are named after it. */
  id: string;
  tag:
    | 'funnel-chart'
    | 'funnel-step-drilldown'
    | 'lifecycle-wheel'
    | 'activation-rate'
    | 'channel-report'
    | 'experiment-readout';
  title: Record<Language, string>;
  attributes?: Readonly<Record<string, string>>;
  properties?: Readonly<Record<string, unknown>>;
  /** Absent for a list, which has its people. */
  load?: Load;
  people?: PeopleSetting;
  actions?: readonly Action[];
  /** Widths of the container that matter; absent: 320, 480, 760 and 1,080 px. */
  widths?: readonly number[];
  /** It opens a modal dialog: shown in one width, as the dialog lies over the whole page. */
  modal?: boolean;
  /** Its list fills a thousand rows of paper: too long for a picture in print. */
  isLongOnPaper?: boolean;
  /** Absent: the language of the page. */
  language?: Language;
  direction?: 'rtl';
  expects: Expectation;
}

/** The container widths every scenario is looked at in, in CSS pixels. Source: look.md, "Tests that follow". */
export const WIDTHS: readonly number[] = [320, 480, 760, 1080];
