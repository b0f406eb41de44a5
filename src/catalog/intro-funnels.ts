import type { FunnelDefinition, StepDefinition } from '../engine/schema/definition.ts';
import { ACTIONS } from './actions.ts';
import { bookingStep, leadStep, NOT_TRUE, purchaseStep } from './steps.ts';

type Kind = 'class' | 'appointment';

const FIRST_BOOKING = {
  class: { en: 'First class booked', fr: 'Premier cours réservé' },
  appointment: { en: 'First appointment booked', fr: 'Premier rendez-vous réservé' },
} as const;

const NEXT_BOOKING = {
  class: { en: 'Next class booked', fr: 'Cours suivant réservé' },
  appointment: { en: 'Next appointment booked', fr: 'Rendez-vous suivant réservé' },
} as const;

/** The purchase of an intro offer: the entry of a funnel (`inRange`), or a step after it. */
function introStep(when: 'inRange' | 'afterEntry'): StepDefinition {
  return purchaseStep({
    id: 'intro',
    name: { en: 'Intro offer purchased', fr: 'Offre d’introduction achetée' },
    where: { intro: true },
    when,
    ...(when === 'afterEntry' ? { action: ACTIONS.intro } : {}),
  });
}

/**
 * From the intro offer on: first booking, membership, next booking. The next one is another booking than the first,
 * made at or after the membership was bought.
 */
function stepsAfterIntro(kind: Kind): StepDefinition[] {
  return [
    bookingStep({
      id: 'first',
      name: FIRST_BOOKING[kind],
      where: { kind },
      when: 'afterEntry',
      action: ACTIONS.firstBooking,
    }),
    purchaseStep({
      id: 'member',
      name: { en: 'Membership purchased, not an intro', fr: 'Adhésion non-intro achetée' },
      where: { intro: NOT_TRUE },
      when: 'afterEntry',
      action: ACTIONS.member,
    }),
    bookingStep({
      id: 'next',
      name: NEXT_BOOKING[kind],
      where: { kind },
      when: 'afterEntry',
      after: 'member',
      distinctFrom: ['first'],
      action: ACTIONS.nextBooking,
    }),
  ];
}

function leadSteps(kind: Kind): StepDefinition[] {
  const lead = leadStep({ id: 'lead', name: { en: 'Lead created', fr: 'Prospect créé' }, when: 'inRange' });
  return [lead, introStep('afterEntry'), ...stepsAfterIntro(kind)];
}

function introSteps(kind: Kind): StepDefinition[] {
  return [introStep('inRange'), ...stepsAfterIntro(kind)];
}

/**
 * Lead → intro offer → member, for studios that teach classes.
 *
 * Source, the seed: « Combien de prospects vous avez générés … Parmi ces prospects, combien ont acheté votre offre
 * d'introduction … combien ont réellement réservé leur premier cours … combien ont acheté une adhésion non-intro … Et
 * parmi ces achats d'adhésion non-intro, combien ont réservé leur cours suivant ».
 */
export const leadToClass: FunnelDefinition = {
  version: 1,
  id: 'lead-to-class',
  name: { en: 'Lead to class', fr: 'Entonnoir de conversion des prospects en cours' },
  description: {
    en: 'How many leads bought the intro offer, came to a class, became members and booked again?',
    fr: 'Combien de prospects achètent l’introduction, réservent un cours, deviennent membres et réservent encore ?',
  },
  steps: leadSteps('class'),
};

/**
 * Intro offer → member, for classes: every buyer of an intro, with a lead form or without.
 *
 * Source, the seed: « ou de introduction → membre (pour englober les clients qui ne se sont pas inscrits à partir d'un
 * formulaire de prospect) ».
 */
export const introToClass: FunnelDefinition = {
  version: 1,
  id: 'intro-to-class',
  name: { en: 'Intro to member (classes)', fr: 'Introduction → membre (cours)' },
  description: {
    en: 'How many buyers of the intro offer came to a class, became members and booked again?',
    fr: 'Combien d’acheteurs de l’introduction réservent un cours, deviennent membres et réservent encore ?',
  },
  steps: introSteps('class'),
};

/**
 * Lead → intro offer → member, for studios that work by appointment.
 *
 * Source, the seed: « si votre offre d'introduction est basée sur des cours, sélectionnez Entonnoirs de cours, et si
 * elle est basée sur des rendez-vous, sélectionnez Entonnoirs de rendez-vous ».
 */
export const leadToAppointment: FunnelDefinition = {
  version: 1,
  id: 'lead-to-appointment',
  name: { en: 'Lead to appointment', fr: 'Entonnoir de conversion des prospects en rendez-vous' },
  description: {
    en: 'How many leads bought the intro offer, came to an appointment, became members and booked again?',
    fr: 'Combien de prospects achètent l’introduction, prennent rendez-vous, deviennent membres et réservent encore ?',
  },
  steps: leadSteps('appointment'),
};

/**
 * Intro offer → member, for appointments. Source: as {@link introToClass} and {@link leadToAppointment}.
 */
export const introToAppointment: FunnelDefinition = {
  version: 1,
  id: 'intro-to-appointment',
  name: { en: 'Intro to member (appointments)', fr: 'Introduction → membre (rendez-vous)' },
  description: {
    en: 'How many buyers of the intro offer came to an appointment, became members and booked again?',
    fr: 'Combien d’acheteurs de l’introduction prennent rendez-vous, deviennent membres et réservent encore ?',
  },
  steps: introSteps('appointment'),
};
