import type { PlaceReason } from '../engine/schema/wheel.ts';
import type { Formats } from './formats.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';
import { wordOf } from './word-of.ts';

/** The fields of a reason, printed: dates, numbers, names of events. */
interface Fields {
  /** A number as text; empty where there is none. */
  text(name: string): string;
  n(name: string): number;
  date(name: string): string;
  percent(name: string): string;
  event(): string;
  by: unknown;
}

type Reasons = Readonly<Record<string, (fields: Fields) => string>>;

const en = createPlural('en');
const fr = createPlural('fr');
const months = (n: number): string => en(n, { one: 'month', other: 'months' });
const visits = (n: number): string => en(n, { one: 'visit', other: 'visits' });
const days = (n: number): string => en(n, { one: 'day', other: 'days' });
const visites = (n: number): string => fr(n, { one: 'visite', other: 'visites' });
const jours = (n: number): string => fr(n, { one: 'jour', other: 'jours' });
const le = (date: string): string => (date ? ` le ${date}` : '');
const on = (date: string): string => (date ? ` on ${date}` : '');

const EN: Reasons = {
  'no-interaction': () => 'No purchase, and no interaction yet.',
  'no-activity': () => 'Nothing done yet that counts.',
  interaction: (f) => `No purchase yet; first interaction${on(f.date('at'))}: ${f.event()}.`,
  'signed-up': (f) => `Signed up${on(f.date('at'))}: new until ${f.date('until')}.`,
  regular: (f) =>
    `Comes regularly: ${f.text('visits')} ${visits(f.n('visits'))} in ${f.text('months')} ${months(f.n('months'))}.`,
  'few-visits': (f) =>
    `Comes too rarely: ${f.text('visits')} ${visits(f.n('visits'))} in ${f.text('months')} ${months(f.n('months'))}.`,
  gap: (f) =>
    `Stayed away for ${f.text('days')} ${days(f.n('days'))} or more; last visit${on(f.date('lastVisitAt'))}.`,
  contacted: (f) => `Contacted to win them back${on(f.date('at'))}.`,
  'won-back': (f) => `Came again${on(f.date('at'))}: won back.`,
  inactive: (f) =>
    `No live membership, visit or purchase for ${f.text('months')} ${months(f.n('months'))}${f.date('lastActivityAt') ? `; last seen on ${f.date('lastActivityAt')}` : ''}.`,
  'below-purchase': (f) => `Score ${f.text('score')}: under the ${f.text('from')} of the purchase stage.`,
  ready: (f) => `Score ${f.text('score')}: at or over the ${f.text('from')} of the purchase stage.`,
  held: (f) => `Score ${f.text('score')}, threshold ${f.text('from')}: too near for a change.`,
  'new-contract': (f) => `New contract${on(f.date('at'))}: retention until ${f.date('until')}.`,
  engaged: (f) => `Score ${f.text('score')}: at or over the ${f.text('from')} under which people leave.`,
  'low-score': (f) => `Score ${f.text('score')}: under ${f.text('below')}.`,
  falling: (f) => `The score fell from ${f.text('before')} to ${f.text('score')}.`,
  mql: () => 'Marketing qualified (MQL).',
  sal: (f) => `Accepted by sales (SAL)${on(f.date('at'))}.`,
  sql: (f) =>
    f.by === 'checkout'
      ? 'Sales qualified (SQL): saw a checkout page.'
      : 'Sales qualified (SQL): by the score.',
  'new-customer': (f) =>
    `Customer${f.date('at') ? ` since ${f.date('at')}` : ''}; ${f.text('visits')} of ${f.text('needed')} ${visits(f.n('needed'))}.`,
  'value-realised': (f) => `${f.text('visits')} ${visits(f.n('visits'))} since signing up: found the value.`,
  advocate: (f) => `Recommended the studio${on(f.date('at'))}: ${f.event()}.`,
};

const FR: Reasons = {
  'no-interaction': () => 'Ni achat, ni interaction pour l’instant.',
  'no-activity': () => 'Rien de compté pour l’instant.',
  interaction: (f) =>
    `Pas encore d’achat\u00a0; première interaction${le(f.date('at'))}\u00a0: ${f.event()}.`,
  'signed-up': (f) =>
    `Inscription${le(f.date('at'))}\u00a0: phase de conversion jusqu’au ${f.date('until')}.`,
  regular: (f) =>
    `Vient régulièrement\u00a0: ${f.text('visits')} ${visites(f.n('visits'))} en ${f.text('months')} mois.`,
  'few-visits': (f) =>
    `Vient trop peu\u00a0: ${f.text('visits')} ${visites(f.n('visits'))} en ${f.text('months')} mois.`,
  gap: (f) =>
    `Absence d’au moins ${f.text('days')} ${jours(f.n('days'))}\u00a0; dernière visite${le(f.date('lastVisitAt'))}.`,
  contacted: (f) => `Message de reconquête${le(f.date('at'))}.`,
  'won-back': (f) => `Retour${le(f.date('at'))}\u00a0: reconquête réussie.`,
  inactive: (f) =>
    `Ni abonnement en cours, ni visite, ni achat depuis ${f.text('months')} mois${f.date('lastActivityAt') ? `\u00a0; dernière activité le ${f.date('lastActivityAt')}` : ''}.`,
  'below-purchase': (f) => `Score de ${f.text('score')}, sous le seuil d’achat (${f.text('from')}).`,
  ready: (f) => `Score de ${f.text('score')}, au seuil d’achat ou au-dessus (${f.text('from')}).`,
  held: (f) => `Score de ${f.text('score')}, trop près du seuil (${f.text('from')}) pour changer.`,
  'new-contract': (f) => `Nouveau contrat${le(f.date('at'))}\u00a0: rétention jusqu’au ${f.date('until')}.`,
  engaged: (f) => `Score de ${f.text('score')}, au seuil de sortie ou au-dessus (${f.text('from')}).`,
  'low-score': (f) => `Score de ${f.text('score')}, sous ${f.text('below')}.`,
  falling: (f) => `Le score est passé de ${f.text('before')} à ${f.text('score')}.`,
  mql: () => 'Prospect qualifié par le marketing (MQL).',
  sal: (f) => `Accepté par l’équipe commerciale (SAL)${le(f.date('at'))}.`,
  sql: (f) =>
    f.by === 'checkout'
      ? 'Prêt pour la vente (SQL)\u00a0: a vu une page de paiement.'
      : 'Prêt pour la vente (SQL)\u00a0: par son score.',
  'new-customer': (f) =>
    `Client${f.date('at') ? ` depuis le ${f.date('at')}` : ''}\u00a0; ${f.text('visits')} ${visites(f.n('visits'))} sur ${f.text('needed')}.`,
  'value-realised': (f) =>
    `${f.text('visits')} ${visites(f.n('visits'))} depuis l’inscription\u00a0: la valeur est perçue.`,
  advocate: (f) => `A recommandé la salle${le(f.date('at'))}\u00a0: ${f.event()}.`,
};

const EVENTS: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    'email-open': 'e-mail opened',
    'email-click': 'click in an e-mail',
    'sms-open': 'SMS opened',
    'sms-click': 'click in an SMS',
    'push-open': 'push message opened',
    'push-click': 'click in a push message',
    'checkout-view': 'checkout page seen',
    'site-visit': 'visit of the site',
    trial: 'trial session',
    'check-in': 'visit',
    lead: 'abandoned cart',
    referral: 'referral',
    review: 'review',
    'affiliate-signup': 'joined the referral programme',
    brought: 'somebody brought along',
  },
  fr: {
    'email-open': 'e-mail ouvert',
    'email-click': 'clic dans un e-mail',
    'sms-open': 'SMS ouvert',
    'sms-click': 'clic dans un SMS',
    'push-open': 'notification ouverte',
    'push-click': 'clic dans une notification',
    'checkout-view': 'page de paiement vue',
    'site-visit': 'visite du site',
    trial: 'séance d’essai',
    'check-in': 'visite',
    lead: 'panier abandonné',
    referral: 'parrainage',
    review: 'avis',
    'affiliate-signup': 'inscription au programme de parrainage',
    brought: 'une personne amenée',
  },
};

const WORDS: Record<Language, Reasons> = { en: EN, fr: FR };

/** Why somebody is where they are, as a sentence; a code without words is shown as it is, with its numbers. */
export function describePlaceReason(
  reason: PlaceReason,
  language: Language,
  format: Formats,
  timeZone: string | undefined,
): string {
  const text = (name: string): string => {
    const value = reason[name];
    if (typeof value === 'number') return format.number(Math.round(value * 10) / 10);
    return typeof value === 'string' ? value : '';
  };
  const instant = (name: string): string => {
    const value = reason[name];
    return typeof value === 'string' || typeof value === 'number' ? format.date(value, timeZone) : '';
  };
  const fields: Fields = {
    text,
    n: (name) => Number(reason[name] ?? 0),
    date: instant,
    percent: (name) => format.percent(Number(reason[name] ?? 0)),
    event: () => wordOf(EVENTS[language], text('event')) ?? text('event'),
    by: reason['by'],
  };
  return wordOf(WORDS[language], reason.code)?.(fields) ?? describeUnknown(reason, format);
}

/** A host's own reason: its code, and the plain values that go with it. */
function describeUnknown({ code, ...rest }: PlaceReason, format: Formats): string {
  const values = Object.entries(rest).flatMap(([name, value]) => {
    if (typeof value === 'number') return [`${name} ${format.number(value)}`];
    return typeof value === 'string' ? [`${name} ${value}`] : [];
  });
  return values.length > 0 ? `${code} (${values.join(', ')})` : code;
}
