import type { FigureMessages } from './figures-messages.ts';
import { errorsEn } from './errors-en.ts';
import { createPlural } from './plural.ts';

const plural = createPlural('en');

/** The shared texts of the small elements in English. */
export const figuresEn: FigureMessages = {
  colon: ': ',
  quote: (text) => `“${text}”`,
  fraction: (part, whole) => `${part} of ${whole}`,
  between: (low, high) => `between ${low} and ${high}`,
  points: ({ n, text }) => `${text} ${plural(n, { one: 'point', other: 'points' })}`,
  unknown: 'unknown',
  loading: 'Loading the figures…',
  loadingShare: (percent) => `Loading the figures… ${percent}`,
  updating: 'Updating…',
  retry: 'Try again',
  errorTitle: 'The figures could not be loaded',
  noResult: 'There are no figures to show yet',
  stale: (date) => `The figures below are of ${date}.`,
  allTime: 'All time',
  from: (date) => `From ${date}`,
  until: (date) => `Until ${date}`,
  asOf: (date) => `Figures of ${date}`,
  supplied: 'Supplied by your software',
  computed: 'Computed here from the data',
  updated: (summary) => `Updated. ${summary}`,
  rejected: ({ n, text }) =>
    `${text} ${plural(n, { one: 'row of the data was left out because it', other: 'rows of the data were left out because they' })} could not be read.`,
  details: 'Details',
  asTable: 'The numbers as a table',
  errors: errorsEn,
};
