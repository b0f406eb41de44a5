import type { Counted } from './counted.ts';
import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** What the section "about to lapse" says besides. All values are formatted. */
export interface LapsingWords {
  soon(people: Counted, days: string): string;
  none(days: string): string;
  openOnly(people: Counted): string;
  nobodyOpen: string;
  unbounded: string;
  unboundedHint: string;
  lead: string;
  undated: string;
  someUndated(people: Counted): string;
  unboundedSteps(steps: string, count: number): string;
  /** In a name: so many, whose time ends by then. */
  byThen(people: Counted, horizon: string): string;
  columns: { step: string; today: string; within(days: string): string; all: string };
  first(date: string): string;
  table: string;
}

export type LapsingLocalization = InsightLocalization<LapsingWords>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: LapsingWords = {
  soon: ({ n, text }, days) =>
    `For ${text} ${pluralEn(n, { one: 'person', other: 'people' })} the time limit ends within ${days}`,
  none: (days) => `Nobody’s time limit ends within ${days}`,
  openOnly: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} can still go on; when their time ends is not known`,
  nobodyOpen: 'Nobody’s time is running: everybody has gone on or was lost',
  unbounded: 'Nothing limits the time in this funnel, so nobody lapses',
  unboundedHint:
    'A funnel has a time limit where its definition has a window, such as “within 120 days” of the first step. Whoever sets up your funnels can add one.',
  lead: 'In each list the most urgent come first: a call or a message may still reach them. Each column counts those of the columns before, too.',
  undated: 'These numbers came without a list of people, so it cannot be told whose time ends when.',
  someUndated: ({ n, text }) =>
    `Of ${text} ${pluralEn(n, { one: 'person', other: 'people' })} it is not known when their time ends.`,
  unboundedSteps: (steps, count) =>
    `Nothing limits the time of ${pluralEn(count, { one: 'step', other: 'steps' })} ${steps}: nobody lapses there.`,
  byThen: ({ n, text }, horizon) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })}, time ends ${horizon}`,
  columns: {
    step: 'Not yet done',
    today: 'today',
    within: (days) => `within ${days}`,
    all: 'All still open',
  },
  first: (date) => `first: ${date}`,
  table: 'People by when their time ends',
};

const fr: LapsingWords = {
  soon: ({ n, text }, days) =>
    `Le délai ${n === 1 ? 'd’une personne' : `de ${text} personnes`} se termine d’ici ${days}`,
  none: (days) => `Aucun délai ne se termine d’ici ${days}`,
  openOnly: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne peut', other: 'personnes peuvent' })} encore continuer\u00a0; on ignore quand leur délai se termine`,
  nobodyOpen: 'Aucun délai ne court\u00a0: tout le monde a continué ou a été perdu',
  unbounded: 'Rien ne limite le temps dans cet entonnoir\u00a0: personne n’y arrive au bout d’un délai',
  unboundedHint:
    'Un entonnoir a un délai quand sa définition en fixe un, par exemple «\u00a0sous 120 jours\u00a0» après la première étape. La personne qui règle vos entonnoirs peut l’ajouter.',
  lead: 'Dans chaque liste, les plus urgentes d’abord\u00a0: un appel ou un message peut encore les toucher. Chaque colonne compte aussi les personnes des colonnes précédentes.',
  undated:
    'Ces chiffres sont arrivés sans liste de personnes\u00a0: on ne peut pas dire pour qui le délai se termine quand.',
  someUndated: ({ n, text }) =>
    `Pour ${text} ${pluralFr(n, { one: 'personne', other: 'personnes' })}, on ignore quand le délai se termine.`,
  unboundedSteps: (steps, count) =>
    `Rien ne limite le temps ${pluralFr(count, { one: 'de l’étape', other: 'des étapes' })} ${steps}\u00a0: personne n’y arrive au bout d’un délai.`,
  byThen: ({ n, text }, horizon) =>
    `${text} ${pluralFr(n, { one: 'personne', other: 'personnes' })}, fin du délai ${horizon}`,
  columns: {
    step: 'Pas encore fait',
    today: 'aujourd’hui',
    within: (days) => `d’ici ${days}`,
    all: 'Toutes en cours',
  },
  first: (date) => `la première\u00a0: ${date}`,
  table: 'Personnes selon la fin de leur délai',
};

/** Words and formats of the section "about to lapse" for a tag, as near as the package has them. */
export const getLapsingLocalization: (tag: string | null | undefined) => LapsingLocalization =
  createInsightLocalizer<LapsingWords>({ en, fr } satisfies Record<Language, LapsingWords>);
