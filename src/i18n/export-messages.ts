import type { Language } from './locale.ts';

/** The columns of a funnel taken away as a table. */
export type TableColumnId =
  | 'funnel'
  | 'number'
  | 'id'
  | 'step'
  | 'property'
  | 'group'
  | 'conditions'
  | 'bases'
  | 'entered'
  | 'converted'
  | 'open'
  | 'dropped'
  | 'skipped'
  | 'withoutBase'
  | 'rateOfBase'
  | 'first'
  | 'rateOfFirst'
  | 'previousEntered'
  | 'previousConverted'
  | 'previousRate'
  | 'timeMedian'
  | 'timeP25'
  | 'timeP75'
  | 'timeP90'
  | 'timeMean'
  | 'valueTotal'
  | 'valueMedian'
  | 'currency'
  | 'from'
  | 'to'
  | 'previousFrom'
  | 'previousTo'
  | 'timeZone'
  | 'asOf';

/** The texts of taking a chart away; loaded with what does it. */
export interface ExportMessages {
  columns: Record<TableColumnId, string>;
  /** Beside the title of a column: in which unit its numbers are. */
  inSeconds(title: string): string;
  /** In place of a group: everybody. */
  everybody: string;
  saved(file: string): string;
  copied: string;
  failed: string;
  /** The page's policy forbids what a PNG is made by. */
  pngRefused: string;
  copyRefused: string;
  saveSvg: string;
  saveCsv: string;
}

const en: ExportMessages = {
  columns: {
    funnel: 'Funnel',
    number: 'Step number',
    id: 'Step id',
    step: 'Step',
    property: 'Broken down by',
    group: 'Group',
    conditions: 'Dates and conditions',
    bases: 'Counted of',
    entered: 'People of that base',
    converted: 'Did the step',
    open: 'Still open',
    dropped: 'Did not go on',
    skipped: 'Skipped it',
    withoutBase: 'Entered without the base',
    rateOfBase: 'Rate of the base',
    first: 'People of step 1',
    rateOfFirst: 'Rate of step 1',
    previousEntered: 'Compared period: people of the base',
    previousConverted: 'Compared period: did the step',
    previousRate: 'Compared period: rate of the base',
    timeMedian: 'Time from the base, median',
    timeP25: 'Time, first quartile',
    timeP75: 'Time, third quartile',
    timeP90: 'Time, 90th percentile',
    timeMean: 'Time, mean',
    valueTotal: 'Value, total',
    valueMedian: 'Value, median',
    currency: 'Currency',
    from: 'From',
    to: 'To',
    previousFrom: 'Compared period: from',
    previousTo: 'Compared period: to',
    timeZone: 'Time zone',
    asOf: 'Data as of',
  },
  inSeconds: (title) => `${title} (seconds)`,
  everybody: 'Everybody',
  saved: (file) => `Saved as ${file}.`,
  copied: 'The table is copied: paste it into a spreadsheet, a document or an email.',
  failed: 'That did not work.',
  pngRefused: 'This page’s security rules do not let a PNG be made here. An SVG shows the same picture.',
  copyRefused: 'The browser did not allow the table to be copied. The CSV file holds the same figures.',
  saveSvg: 'Save as SVG',
  saveCsv: 'Save as CSV',
};

const fr: ExportMessages = {
  columns: {
    funnel: 'Entonnoir',
    number: 'N° d’étape',
    id: 'Identifiant de l’étape',
    step: 'Étape',
    property: 'Réparti par',
    group: 'Groupe',
    conditions: 'Dates et conditions',
    bases: 'Compté sur',
    entered: 'Effectif de cette base',
    converted: 'Ont fait l’étape',
    open: 'En cours',
    dropped: 'N’ont pas continué',
    skipped: 'L’ont sautée',
    withoutBase: 'Entrés sans passer par la base',
    rateOfBase: 'Taux sur la base',
    first: 'Effectif de l’étape 1',
    rateOfFirst: 'Taux sur l’étape 1',
    previousEntered: 'Période comparée\u00a0: effectif de la base',
    previousConverted: 'Période comparée\u00a0: ont fait l’étape',
    previousRate: 'Période comparée\u00a0: taux sur la base',
    timeMedian: 'Délai depuis la base, médiane',
    timeP25: 'Délai, premier quartile',
    timeP75: 'Délai, troisième quartile',
    timeP90: 'Délai, 90e centile',
    timeMean: 'Délai, moyenne',
    valueTotal: 'Valeur totale',
    valueMedian: 'Valeur médiane',
    currency: 'Devise',
    from: 'Du',
    to: 'Au',
    previousFrom: 'Période comparée\u00a0: du',
    previousTo: 'Période comparée\u00a0: au',
    timeZone: 'Fuseau horaire',
    asOf: 'Données au',
  },
  inSeconds: (title) => `${title} (secondes)`,
  everybody: 'Ensemble',
  saved: (file) => `Enregistré\u00a0: ${file}.`,
  copied: 'Le tableau est copié\u00a0: collez-le dans un tableur, un document ou un e-mail.',
  failed: 'Cela n’a pas fonctionné.',
  pngRefused:
    'Les règles de sécurité de cette page ne permettent pas d’y créer un PNG. Un SVG montre la même image.',
  copyRefused:
    'Le navigateur n’a pas permis de copier le tableau. Le fichier CSV contient les mêmes chiffres.',
  saveSvg: 'Enregistrer en SVG',
  saveCsv: 'Enregistrer en CSV',
};

export const EXPORT_MESSAGES: Record<Language, ExportMessages> = { en, fr };
