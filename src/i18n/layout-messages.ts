import type { Language } from './locale.ts';

/** The texts of the layouts of a breakdown; loaded with them. */
export interface LayoutMessages {
  /** Over the funnels of all groups. */
  multiplesAxis: string;
  /** The same with each step measured against the one it starts from. */
  multiplesRateAxis: string;
  everybody: string;
  /** `24.1% reached the last step (75 of 311)`. */
  reached(percent: string, fraction: string): string;
  /** The same of few. */
  reachedFew(fraction: string, percent: string): string;
}

/** By language. */
export const LAYOUT_MESSAGES: Readonly<Record<Language, LayoutMessages>> = {
  en: {
    multiplesAxis:
      'Each funnel is measured against its own first step (100%). The best end rate comes first.',
    multiplesRateAxis:
      'Each bar is measured against the step it starts from (100%). The best end rate comes first.',
    everybody: 'Everybody',
    reached: (percent, fraction) => `${percent} reached the last step (${fraction})`,
    reachedFew: (fraction, percent) => `${fraction} reached the last step (${percent})`,
  },
  fr: {
    multiplesAxis:
      'Chaque entonnoir est mesuré à sa propre première étape (100\u00a0%). Le meilleur taux final vient en premier.',
    multiplesRateAxis:
      'Chaque barre est mesurée à l’étape dont elle part (100\u00a0%). Le meilleur taux final vient en premier.',
    everybody: 'Ensemble',
    reached: (percent, fraction) => `${percent} ont atteint la dernière étape (${fraction})`,
    reachedFew: (fraction, percent) => `${fraction} ont atteint la dernière étape (${percent})`,
  },
};
