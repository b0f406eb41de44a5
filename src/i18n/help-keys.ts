import type { Language } from './locale.ts';

/** The keys of the chart and what they do, in the order they are listed. Apart, as few readers ask for them. */
export const HELP_KEYS: Record<Language, readonly (readonly [keys: string, does: string])[]> = {
  en: [
    ['↑ ↓', 'Previous or next step'],
    ['← →', 'Previous or next cell of the step'],
    ['Home, End', 'First or last cell of the step'],
    ['Ctrl + Home, Ctrl + End', 'First or last step'],
    ['Enter', 'Show the people behind the cell'],
    ['Space', 'Select several cells, to open them together'],
    ['Esc', 'Close what is open, then clear the selection'],
    ['Tab', 'Tools, legend, steps, and out'],
    ['?', 'Show these keys'],
  ],
  fr: [
    ['↑ ↓', 'Étape précédente ou suivante'],
    ['← →', 'Cellule précédente ou suivante de l’étape'],
    ['Origine, Fin', 'Première ou dernière cellule de l’étape'],
    ['Ctrl + Origine, Ctrl + Fin', 'Première ou dernière étape'],
    ['Entrée', 'Voir les personnes de la cellule'],
    ['Espace', 'Choisir plusieurs cellules, à ouvrir ensemble'],
    ['Échap', 'Fermer ce qui est ouvert, puis effacer le choix'],
    ['Tab', 'Outils, légende, étapes, puis sortie'],
    ['?', 'Montrer ces touches'],
  ],
};
