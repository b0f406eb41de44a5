import type { ExplainedStep, RejectionReason } from '../engine/index.ts';
import type { Counted, Subject } from './counted.ts';

/** The columns of a list of people. */
export type PeopleColumn =
  | 'select'
  | 'name'
  | 'source'
  | 'leadStage'
  | 'enteredAt'
  | 'waiting'
  | 'lastContactedAt'
  | 'next'
  | 'tags'
  | 'consent';

/** What can be asked of the host. */
export type PeopleRequest = 'tag' | 'stage' | 'enroll';

/** The words of one request. Parameters: how many people, and what was chosen. */
export interface RequestMessages {
  /** The button: an infinitive or imperative. */
  action: string;
  title: string;
  field: string;
  placeholder: string;
  /** What the confirming button says. */
  confirm(people: string): string;
  running(people: string, what: string): string;
  done(people: string, what: string): string;
  partial(done: string, failed: string, what: string): string;
  failed(people: string, what: string): string;
  undone(people: string, what: string): string;
}

/** The texts of `<funnel-step-drilldown>`. A language that lacks one does not compile. */
export interface PeopleMessages {
  heading: string;
  people(count: Counted, subject: Subject): string;
  /** Joins the steps of a path. */
  pathEntered(step: string): string;
  pathConverted(base: string | undefined, step: string): string;
  pathDropped(base: string | undefined, step: string): string;
  pathNotYet(base: string | undefined, step: string): string;
  pathOpen(base: string | undefined, step: string): string;
  pathOutcome(base: string | undefined, step: string, outcome: string): string;
  pathSkipped(base: string | undefined, step: string): string;
  otherGroup: string;
  noValue: string;
  changed(now: string, clicked: string): string;
  onlyPart(shown: string, total: string): string;
  /** Said on paper only. */
  printedPart(shown: string, total: string): string;
  refresh: string;
  /** People of the selection who were gone when the list was fetched anew. */
  selectionLost(count: Counted): string;
  /** A selection of everybody, after the list was fetched anew. */
  selectionChanged(now: string, before: string): string;

  search: string;
  searchPlaceholder: string;
  sortBy: string;
  sortAscending: string;
  sortDescending: string;
  unsorted: string;
  matching(shown: string, total: string): string;
  clearFilters: string;
  filteredBy(property: string, value: string): string;
  removeFilter(filter: string): string;
  /** The button of the menu of columns. */
  chooseColumns: string;
  usualColumns: string;
  /** Columns that are chosen, but have no room. */
  noRoomFor(columns: string): string;

  breakdown: string;
  breakdownHint: string;
  breakdownTooLong(limit: string): string;
  /** The values are those of a part of the people, and not counted. */
  breakdownSample(limit: string): string;
  breakdownLoading: string;
  moreValues(count: Counted): string;
  fewerValues: string;
  moreProperties(count: Counted): string;
  fewerProperties: string;
  share(count: string, percent: string): string;

  columns: Record<PeopleColumn, string>;
  /** Parts of a heading: a period of entry, and how long somebody took. */
  enteredIn(date: string, interval: 'day' | 'week' | 'month'): string;
  tookBetween(low: string, high: string): string;
  tookAtLeast(low: string): string;
  tookLess(high: string): string;
  /** Column: the last moment at which somebody can still go on. */
  deadline: string;
  propertyNext: string;
  selectAll: string;
  selectShown(count: Counted): string;
  selectRow(name: string): string;
  unnamed(id: string): string;
  days(count: Counted): string;
  today: string;
  scheduled(date: string): string;
  noNext: string;
  moreTags(count: string): string;

  nobody: Record<'dropped' | 'open' | 'converted' | 'other', string>;
  noMatch: string;
  failedRows: string;
  failedList: string;
  unavailable: string;
  /** Several parts were chosen together, and where the people come from cannot tell who is in any of them. */
  onePartOnly: string;
  /** The reader's connection is down; the list goes on by itself when it is back. */
  offline: string;
  notChosen: string;

  selected(count: Counted): string;
  selectAllOf(total: string): string;
  clearSelection: string;
  noneSelected: string;
  tooManyMatching(limit: string): string;
  rangeFailed: string;
  list: string;
  /** How the list is used by keyboard; read out, not shown. */
  listHint: string;
  actions: string;
  /** What stands before suggested requests, and before advice. */
  suggestedActions: string;
  suggestedFor(people: string): string;

  /** The button. `people` where some are selected. */
  exportList: string;
  exportSelected(people: string): string;
  exportRunning(done: string, total: string): string;
  exportDone(people: string, file: string): string;
  exportFailed: string;
  exportStopped: string;
  exportRefused: string;
  contactEmail: string;
  contactPhone: string;
  waitingDays: string;

  detailsOf(name: string): string;
  closeDetails: string;
  journey: string;
  notDone: string;
  nextStep: string;
  suggested: string;
  explanation: string;
  explaining: string;
  explainFailed: string;
  /** Why a step stands as it does. `date` is that of the event that matched. */
  /** Events of the data's own vocabulary (data.md), by their type. */
  events: Readonly<Record<string, string>>;
  explainMatch(step: string, event: string, date: string): string;
  /** The same of a step with several outcomes: `Renewal: Cancelled on Sep 3, 2026 (Cancellation).` */
  explainOutcome(step: string, outcome: string, event: string, date: string): string;
  explainAbsent(step: string): string;
  explainVerdict(step: string, verdict: ExplainedStep['verdict']): string;
  /** An event that did not fill a step, and why not. */
  explainRejected(event: string, date: string, reason: RejectionReason): string;
  /** Further ones, which are not told one by one. */
  explainMore(count: Counted): string;
  consent: string;
  consentEmail: string;
  consentSms: string;
  yes: string;
  no: string;

  request: Record<PeopleRequest, RequestMessages>;
  cancel: string;
  stop: string;
  undo: string;
  undoing(what: string): string;
  undoFailed(what: string): string;
  /** `undone` is the sentence that says for whom it was undone; `failed` are people: "2 people". */
  undoPartial(undone: string, failed: string): string;
  cancelled(what: string): string;
  refused(what: string): string;
  unanswered(what: string): string;
  retry: string;
  dismiss: string;
  /** How far a request is: "1,200 of 840,213". */
  progress(done: string, total: string): string;
  history: string;
  historyOf(count: Counted): string;
  audience(people: string): string;
  audienceMemberships(memberships: string, people: string): string;
  withoutConsent(count: Counted, channel: 'email' | 'sms'): string;
  allConsent: string;
  consentUnknown: string;
  chooseOne: string;
  noChoice: string;
  noneOffered: string;
  choicesLoading: string;
  choicesFailed: string;
  createTag(name: string): string;
  removeChosen(name: string): string;
  options(count: Counted): string;
  markRunning: string;
  markDone: string;
  markFailed: string;
}
