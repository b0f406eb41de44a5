import type { Language } from './locale.ts';

/** How a threshold is said: its value already printed, with the plural's number. */
type Say = (value: string, n: number) => string;

const s = (n: number): string => (n > 1 ? 's' : '');

const FR: Readonly<Record<string, Say>> = {
  'lifecycle.newMonths': (value) => `Conversion\u00a0: pendant ${value} mois après l’inscription.`,
  'lifecycle.regularVisits': (value, n) =>
    `Client régulier, en fidélisation\u00a0: au moins ${value} visite${s(n)}.`,
  'lifecycle.visitMonths': (value) =>
    `Ces visites se comptent sur ${value} mois\u00a0; avec moins, c’est l’attrition.`,
  'lifecycle.formerMonths': (value) =>
    `Ancien client\u00a0: ${value} mois sans abonnement en cours, ni visite, ni achat.`,
  'lifecycle.gapDays': (value, n) =>
    `Un client régulier absent ${value} jour${s(n)} passe aussitôt en attrition.`,
  'engagement.halfLifeDays': (value, n) => `Un point compte moitié moins après ${value} jour${s(n)}.`,
  'engagement.saturation': (value) => `${value} points donnent la moitié du poids d’un domaine.`,
  'engagement.purchaseFrom': (value) => `Achat\u00a0: score de ${value} ou plus, avant un contrat.`,
  'engagement.exitBelow': (value) => `Sortie\u00a0: score sous ${value}, après un contrat.`,
  'engagement.fallShare': (value) => `Sortie aussi pour un score en baisse de ${value} ou plus.`,
  'engagement.fallDays': (value) => `Cette baisse se mesure sur ${value} jours.`,
  'engagement.fallBelow': (value) => `Elle ne compte que sous un score de ${value}.`,
  'engagement.hysteresis': (value, n) => `${value} point${s(n)} de marge avant de revenir en arrière.`,
  'engagement.graceDays': (value, n) =>
    `Personne n’est en sortie dans les ${value} jour${s(n)} qui suivent le contrat.`,
  'engagement.mqlFrom': (value) => `MQL\u00a0: score de ${value} ou plus.`,
  'engagement.sqlFrom': (value) => `SQL\u00a0: score de ${value} ou plus.`,
  'engagement.sqlCheckoutDays': (value, n) =>
    `SQL aussi pour une page de paiement vue depuis moins de ${value} jour${s(n)}.`,
  'flywheel.valueVisits': (value, n) => `Adoration\u00a0: dès ${value} visite${s(n)} depuis l’inscription.`,
  'flywheel.advocacyMonths': (value) => `Plaidoyer\u00a0: une recommandation compte ${value} mois.`,
  'flywheel.formerMonths': (value) =>
    `Hors de la roue après ${value} mois sans abonnement, ni visite, ni achat.`,
  'flywheel.frictionMedium': (value) => `Friction moyenne\u00a0: dès ${value} des personnes concernées.`,
  'flywheel.frictionHigh': (value) => `Friction forte\u00a0: dès ${value}.`,
  'flywheel.contactDays': (value, n) => `Un prospect doit être contacté sous ${value} jour${s(n)}.`,
  'flywheel.firstVisitDays': (value, n) => `Un nouveau client doit venir sous ${value} jour${s(n)}.`,
  'flywheel.introDays': (value, n) =>
    `Une offre d’introduction doit avoir une suite sous ${value} jour${s(n)}.`,
  'flywheel.steadyShare': (value) => `La roue tourne «\u00a0comme avant\u00a0» à ${value} près.`,
};

const EN: Readonly<Record<string, Say>> = {
  'lifecycle.newMonths': (value, n) => `Conversion: for ${value} month${s(n)} after signing up.`,
  'lifecycle.regularVisits': (value, n) => `Regular, in loyalty: ${value} visit${s(n)} or more.`,
  'lifecycle.visitMonths': (value, n) =>
    `These visits are counted over ${value} month${s(n)}; with fewer it is attrition.`,
  'lifecycle.formerMonths': (value, n) =>
    `Former customer: ${value} month${s(n)} without a live membership, a visit or a purchase.`,
  'lifecycle.gapDays': (value, n) =>
    `A regular who stays away for ${value} day${s(n)} is in attrition at once.`,
  'engagement.halfLifeDays': (value, n) => `A point counts half after ${value} day${s(n)}.`,
  'engagement.saturation': (value) => `${value} points give half of an area’s weight.`,
  'engagement.purchaseFrom': (value) => `Purchase: a score of ${value} or more, before a contract.`,
  'engagement.exitBelow': (value) => `Exit: a score below ${value}, after a contract.`,
  'engagement.fallShare': (value) => `Exit also for a score that fell by ${value} or more.`,
  'engagement.fallDays': (value, n) => `This fall is measured over ${value} day${s(n)}.`,
  'engagement.fallBelow': (value) => `It counts only below a score of ${value}.`,
  'engagement.hysteresis': (value, n) => `${value} point${s(n)} to spare before somebody goes back.`,
  'engagement.graceDays': (value, n) => `Nobody is in exit in the ${value} day${s(n)} after the contract.`,
  'engagement.mqlFrom': (value) => `MQL: a score of ${value} or more.`,
  'engagement.sqlFrom': (value) => `SQL: a score of ${value} or more.`,
  'engagement.sqlCheckoutDays': (value, n) =>
    `SQL also for a checkout page seen less than ${value} day${s(n)} ago.`,
  'flywheel.valueVisits': (value, n) => `Adoration: from ${value} visit${s(n)} since signing up.`,
  'flywheel.advocacyMonths': (value, n) => `Advocacy: a recommendation counts for ${value} month${s(n)}.`,
  'flywheel.formerMonths': (value, n) =>
    `Outside the wheel after ${value} month${s(n)} without a membership, a visit or a purchase.`,
  'flywheel.frictionMedium': (value) => `Medium friction: from ${value} of those concerned.`,
  'flywheel.frictionHigh': (value) => `High friction: from ${value}.`,
  'flywheel.contactDays': (value, n) => `A lead should be contacted within ${value} day${s(n)}.`,
  'flywheel.firstVisitDays': (value, n) => `A new customer should come within ${value} day${s(n)}.`,
  'flywheel.introDays': (value, n) => `Something should follow an intro offer within ${value} day${s(n)}.`,
  'flywheel.steadyShare': (value) => `The wheel turns “as before” within ${value}.`,
};

const RULES: Record<Language, Readonly<Record<string, Say>>> = { en: EN, fr: FR };

/** What a wheel's thresholds are, as sentences in their order; a threshold that has no words is left out. */
export function describeWheelRules(
  thresholds: Readonly<Record<string, unknown>>,
  model: string,
  language: Language,
  print: (value: number, isShare: boolean) => string,
): string[] {
  const words = RULES[language];
  return Object.keys(words).flatMap((key) => {
    const [of, name = ''] = key.split('.');
    const value = of === model ? thresholds[name] : undefined;
    if (typeof value !== 'number') return [];
    return [words[key]?.(print(value, SHARES.has(name)), value) ?? ''];
  });
}

const SHARES: ReadonlySet<string> = new Set(['fallShare', 'frictionMedium', 'frictionHigh', 'steadyShare']);
