/** What the studio sells. The codes are shown through {@link file://./vocabulary.ts}. */
export interface Offer {
  product: string;
  intro: boolean;
  renewing: boolean;
  activatesOnFirstUse: boolean;
  amount: number;
  /** Visits it holds; without a number it is unlimited for its time. */
  visits?: number;
}

/** A visit is to a class or an appointment. */
export type VisitKind = 'class' | 'appointment';

export const INTRO_OFFERS: Record<VisitKind, Offer> = {
  class: { product: 'two-weeks', intro: true, renewing: false, activatesOnFirstUse: true, amount: 39 },
  appointment: {
    product: 'first-private',
    intro: true,
    renewing: false,
    activatesOnFirstUse: true,
    amount: 45,
    visits: 2,
  },
};

export const UNLIMITED: Offer = {
  product: 'unlimited',
  intro: false,
  renewing: true,
  activatesOnFirstUse: true,
  amount: 119,
};
export const EIGHT_CLASSES: Offer = {
  product: 'eight-classes',
  intro: false,
  renewing: true,
  activatesOnFirstUse: false,
  amount: 89,
  visits: 8,
};
export const TWO_PRIVATE: Offer = {
  product: 'two-private',
  intro: false,
  renewing: true,
  activatesOnFirstUse: false,
  amount: 149,
  visits: 2,
};
export const TEN_PACK: Offer = {
  product: 'ten-pack',
  intro: false,
  renewing: false,
  activatesOnFirstUse: true,
  amount: 165,
  visits: 10,
};
export const PRIVATE_PACK: Offer = {
  product: 'private-pack',
  intro: false,
  renewing: false,
  activatesOnFirstUse: true,
  amount: 340,
  visits: 5,
};
export const DROP_IN: Offer = {
  product: 'drop-in',
  intro: false,
  renewing: false,
  activatesOnFirstUse: false,
  amount: 22,
  visits: 1,
};

/** Names of what can be booked; proper names, the same in every language. */
export const VISIT_NAMES: Record<VisitKind, readonly string[]> = {
  class: ['Vinyasa', 'Pilates', 'Reformer', 'Barre', 'Yin', 'HIIT'],
  appointment: ['Pilates duo', 'Coaching', 'Massage'],
};

/** Hours at which classes begin, as minutes of the day. */
export const CLASS_TIMES: readonly number[] = [
  7 * 60 + 30,
  9 * 60 + 15,
  12 * 60 + 30,
  17 * 60 + 45,
  18 * 60 + 30,
  19 * 60 + 15,
  20 * 60,
];

/** The two rooms of the studio. */
export const LOCATIONS = { Canal: 6, Batignolles: 4 } as const;
