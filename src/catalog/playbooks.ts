import type { WheelCatalog } from '../engine/people/wheel-catalog.ts';

/**
 * What the seeds do about each phase. The host's own sequences are not known here, so a play has no `value`: the list
 * of people opens with the question which sequence it is to be. Source: the seeds of the lifecycle (« Voyons le cycle
 * de vie d'un adhérent »), of the engagement index (« Quelles sont les quatre étapes ») and of the flywheel (« Étape 1 »).
 */
export const playbooks: WheelCatalog['playbooks'] = {
  lifecycle: {
    acquisition: [
      {
        id: 'trial-session',
        name: { en: 'Invite to a trial session', fr: 'Inviter à une séance d’essai' },
        action: 'enroll',
      },
      {
        id: 'basket-reminder',
        name: { en: 'Remind of the basket left behind', fr: 'Relancer le panier abandonné' },
        action: 'enroll',
      },
    ],
    conversion: [
      {
        id: 'welcome',
        name: { en: 'Welcome and guide', fr: 'Souhaiter la bienvenue et accompagner' },
        action: 'enroll',
      },
      {
        id: 'first-training',
        name: {
          en: 'Send a beginner’s training plan',
          fr: 'Envoyer un programme d’entraînement pour débuter',
        },
        action: 'enroll',
      },
    ],
    loyalty: [
      {
        id: 'personal-content',
        name: { en: 'Send personalised content', fr: 'Envoyer un contenu personnalisé' },
        action: 'enroll',
      },
      {
        id: 'feature-member',
        name: { en: 'Feature as a member of the community', fr: 'Mettre en avant dans la communauté' },
        action: 'tag',
      },
    ],
    attrition: [
      {
        id: 'miss-you',
        name: { en: 'Write: we have not seen you', fr: 'Écrire : on ne te voit plus à la salle' },
        action: 'enroll',
      },
    ],
    retention: [
      {
        id: 'bring-a-friend',
        name: { en: 'Invite to come with a friend', fr: 'Proposer de venir avec une amie ou un ami' },
        action: 'enroll',
      },
      {
        id: 'streaming',
        name: { en: 'Offer live and streamed classes', fr: 'Proposer les cours en direct ou en streaming' },
        action: 'enroll',
      },
      {
        id: 'training-plan',
        name: {
          en: 'Send a training plan and recipes',
          fr: 'Envoyer un programme d’entraînement et des recettes',
        },
        action: 'enroll',
      },
    ],
  },
  engagement: {
    nurture: [
      {
        id: 'nurturing',
        name: { en: 'Let them get to know the offer', fr: 'Faire découvrir l’offre' },
        action: 'enroll',
      },
    ],
    purchase: [
      {
        id: 'detailed-offer',
        name: {
          en: 'Have sales send a detailed offer',
          fr: 'Faire envoyer une offre détaillée par la vente',
        },
        action: 'stage',
      },
    ],
    retention: [
      { id: 'keep-going', name: { en: 'Keep up the contact', fr: 'Entretenir le lien' }, action: 'enroll' },
    ],
    exit: [{ id: 'react-now', name: { en: 'React at once', fr: 'Réagir tout de suite' }, action: 'enroll' }],
  },
  flywheel: {
    activation: [
      {
        id: 'free-trial',
        name: { en: 'Offer a free trial', fr: 'Proposer un essai gratuit' },
        action: 'enroll',
      },
    ],
    adoption: [
      {
        id: 'guides',
        name: { en: 'Send detailed guides', fr: 'Envoyer des guides détaillés' },
        action: 'enroll',
      },
      {
        id: 'overlooked',
        name: { en: 'Show what they have overlooked', fr: 'Mettre en avant ce qui passe inaperçu' },
        action: 'enroll',
      },
    ],
    adoration: [
      { id: 'survey', name: { en: 'Ask for their opinion', fr: 'Demander leur avis' }, action: 'enroll' },
      {
        id: 'premium',
        name: { en: 'Propose a premium plan', fr: 'Proposer une formule premium' },
        action: 'enroll',
      },
    ],
    advocacy: [
      {
        id: 'affiliate',
        name: { en: 'Invite to the referral programme', fr: 'Inviter au programme de parrainage' },
        action: 'enroll',
      },
      {
        id: 'reward',
        name: { en: 'Thank with a reward', fr: 'Remercier par une récompense' },
        action: 'tag',
      },
    ],
  },
};
