import { html, nothing, type TemplateResult } from 'lit';
import { renderOption, valueOf } from '../page/shell.ts';
import type { Language } from '../studio/vocabulary.ts';
import { MOODS, type Mood } from './server-mood.ts';
import { serverStringsOf } from './server-strings.ts';

/** The switch between the moods of the made-up server. */
export function renderMoods(mood: Mood, language: Language, onMood: (mood: Mood) => void): TemplateResult {
  const strings = serverStringsOf(language);
  return html`
    <label class="field">
      <span>${strings.server}</span>
      <select name="mood" @change=${(event: Event) => onMood(valueOf(event) as Mood)}>
        ${MOODS.map((name) => renderOption(name, strings.moods[name], mood))}
      </select>
    </label>
  `;
}

/** What there is to see of a mood; nothing while all is well. */
export function renderMoodHint(mood: Mood, language: Language): unknown {
  return mood === 'well' ? nothing : html`<p class="hint mood">${serverStringsOf(language).hints[mood]}</p>`;
}

/** The way back in, where the server has answered 401. */
export function renderSignIn(isSignedOut: boolean, language: Language, onSignIn: () => void): TemplateResult {
  const strings = serverStringsOf(language);
  const message = html`<p class="notice bad sign-in">
    <span>${strings.signedOut}</span>
    <button type="button" class="button primary" name="sign-in" @click=${onSignIn}>${strings.signIn}</button>
  </p>`;
  // A live region is there before it speaks.
  return html`<div role="status">${isSignedOut ? message : nothing}</div>`;
}
