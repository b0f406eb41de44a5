import type { AskOptions, SubjectId } from '../data/funnel-source.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type { LocalizedText, PeoplePage, PersonRow } from '../engine/schema/index.ts';
import type { ClientsRuleScope, PeopleSegment } from '../events/index.ts';
import type { Localization, Subject } from '../i18n/index.ts';

/**
 * The events by which a host opens a list: they bubble, are composed and cancelable, and are a
 * {@link PeopleSelectEvent}. A list of the host shows the segment unless somebody prevented it.
 */
export const PEOPLE_SELECT_EVENTS = ['funnel-step-select', 'wheel-phase-select'] as const;

/**
 * The events by which a host says that it shows other numbers. They bubble and are composed; the list then asks
 * {@link PeopleHost.describePeople} again, and fetches its people anew, begins again, or closes.
 */
export const PEOPLE_LOAD_EVENTS = ['funnel-load', 'wheel-load'] as const;

/** What a list reads of the event that opens it. */
export interface PeopleSelectEvent extends Event {
  /** Whose people are to be listed; without one the event is none of the list's business. */
  readonly segment?: PeopleSegment | undefined;
  /** The people to be listed where they are of more than {@link segment}, as where several were opened together. */
  readonly selection?: PeopleSegment | undefined;
  /** The number that was pressed. A list that has another one says so. */
  readonly count?: number | undefined;
}

/** A place people come from or go to, such as a step or a phase: names `next.step` and `matched` of the rows. */
export interface PeoplePlace {
  readonly id: string;
  readonly name?: LocalizedText | undefined;
}

/**
 * A column of the list's host. With the id of a column the list has by itself (`enteredAt`, `waiting`, `source`…) it
 * gives that one another title; with an id of its own it adds one, between the list's own and the tags.
 */
export interface PeopleColumnInfo {
  readonly id: string;
  /** The title, in the language asked for. */
  readonly title: string;
  /** The cell's text, in the language asked for; needed with an id of the host's own. */
  readonly format?: ((row: PersonRow) => string) | undefined;
  /** What `sort.by` of the query is to be; without it the column cannot be sorted by. */
  readonly sortBy?: string | undefined;
  /** A number or a time: aligned at the end. */
  readonly isNumeric?: boolean | undefined;
  /** Shown only where the user chooses it. */
  readonly isExtra?: boolean | undefined;
}

/** Something the host advises to ask for these people, such as a line of a phase's playbook. */
export interface SuggestedAction {
  readonly id: string;
  /** What is advised, in the language asked for: "Comeback", "Offer a free month". */
  readonly name: string;
  /** What it asks for; without one it is advice to be read only. */
  readonly kind?: 'tag' | 'stage' | 'enroll' | undefined;
  /** The tag, the stage or the sequence: what the event carries. */
  readonly value?: string | undefined;
}

/** What a list says about the people it shows, beside the people themselves. Plain, and in one language. */
export interface PeopleDescription {
  /** Where the people stand, in words: the title of the list. */
  readonly heading: string;
  /** What a row is. */
  readonly subject: Subject;
  /** How many there are by the host's numbers; undefined where it has none. */
  readonly count?: number | undefined;
  /** Whether the host (still) shows the segment. */
  readonly exists: boolean;
  /**
   * What the names in the segment refer to, as an opaque text: which funnel, which model. Where it changes, the same
   * segment means other people: the list begins again, or closes where the segment does not exist any more.
   */
  readonly frame: string;
  /** What is said where nobody is: "Nobody was lost here." */
  readonly nobody?: string | undefined;
  /** *Now* for the days waited. */
  readonly asOf?: string | number | null | undefined;
  readonly timeZone?: string | undefined;
  /** Every place, in the order of the journey. */
  readonly places: readonly PeoplePlace[];
  readonly columns?: readonly PeopleColumnInfo[] | undefined;
  readonly actions?: readonly SuggestedAction[] | undefined;
  /** Whether {@link PeopleHost.people} takes `where`. Default: it does. */
  readonly isFilterable?: boolean | undefined;
  /** What the rule of a selection says besides the segment: of which funnel or model, period, filters. */
  readonly rule?: ClientsRuleScope | undefined;
}

/**
 * What a list of people needs of the element it belongs to: `<funnel-chart>`, `<lifecycle-wheel>`, or anything of
 * this shape. A list finds it by `for`, as an ancestor or as a descendant, by its method `people`, and knows it by
 * this interface and the two kinds of events above only. What is optional is not offered where it is missing.
 *
 * @typeParam Part the host's segments
 * @typeParam Reason what {@link explain} answers
 */
export interface PeopleHost<Part extends PeopleSegment = PeopleSegment, Reason = unknown> {
  /**
   * A page of the people of a segment of what is shown.
   * @throws FunnelwheelError `not-configured` where the numbers came without a list; rejects with the signal's reason.
   */
  people(segment: Part, query: PeopleQuery, options: AskOptions): Promise<PeoplePage>;
  /** All ids of a segment, in pages. Without it the list goes through `people`. */
  ids?(segment: Part, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]>;
  /** Why a person stands where they stand; undefined where there is nothing to say. A text is shown as it is. */
  explain?(subject: SubjectId, options: AskOptions): Promise<Reason | string | undefined>;
  /** An answer of {@link explain} in words, a sentence each; asked again at every update. `timeZone` is the list's. */
  describeExplanation?(explanation: Reason, localization: Localization, timeZone?: string): readonly string[];
  /**
   * What the list says about a segment; undefined as long as nothing is loaded. Asked at every update, so it must be
   * cheap. The words of {@link Localization} are the list's: a host uses them, or its own by `localization.tag`.
   */
  describePeople?(segment: Part, localization: Localization): PeopleDescription | undefined;
  /** Computes or loads anew. */
  refresh?(): unknown;
  /** Puts the focus on what stands for a segment (without one: on what was opened last); false where it is gone. */
  focusSegment?(segment?: Part): boolean;
}

/** Whether something can be asked for people. */
export function isPeopleHost(value: unknown): value is PeopleHost {
  return (
    typeof value === 'object' && value !== null && 'people' in value && typeof value.people === 'function'
  );
}
