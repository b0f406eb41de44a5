/** What a funnel counts. */
export type Subject = 'person' | 'membership';

/** Whom a funnel starts with, as far as its definition says it. */
export type Population = Subject | 'lead' | 'client';

/** A count with its printed form: the number picks the plural, the text is shown. */
export interface Counted {
  n: number;
  text: string;
}
