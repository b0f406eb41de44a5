import { html, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { applyPreferences, type Preferences, writeQuery } from '../page/preferences.ts';
import { renderOption, renderShell, valueOf } from '../page/shell.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { mountScenario } from '../scenarios/mount-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type StateView, TAGS, WIDTH_CHOICES } from './state-view.ts';
import { stringsOf, type Strings } from './strings.ts';

/** Every state of an element, side by side. */
export class StatesPage {
  readonly #root: HTMLElement;
  #preferences: Preferences;
  #view: StateView;

  constructor(root: HTMLElement, preferences: Preferences, view: StateView) {
    this.#root = root;
    this.#preferences = preferences;
    this.#view = view;
    applyPreferences(preferences);
    this.#render();
  }

  #change(view: Partial<StateView>): void {
    this.#view = { ...this.#view, ...view };
    const { tag, width, direction } = this.#view;
    writeQuery({ element: tag, width, dir: direction === 'rtl' ? 'rtl' : undefined });
    this.#render();
  }

  #prefer(preferences: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...preferences };
    const { language, theme } = this.#preferences;
    writeQuery({ lang: language, theme: theme === 'system' ? undefined : theme });
    applyPreferences(this.#preferences);
    this.#render();
  }

  #render(): void {
    const strings = stringsOf(this.#preferences.language);
    document.documentElement.dir = this.#view.direction;
    document.title = `${strings.title} · funnelwheel`;
    const shell = renderShell({
      page: 'states',
      preferences: this.#preferences,
      title: strings.title,
      lead: strings.lead,
      main: html`${this.#renderControls(strings)} ${this.#renderStates(strings)}`,
      onLanguage: (language) => this.#prefer({ language }),
      onTheme: (theme) => this.#prefer({ theme }),
    });
    render(shell, this.#root);
  }

  #renderControls(strings: Strings): TemplateResult {
    const { tag, width, direction } = this.#view;
    return html`<div class="states-controls">
      ${renderChoice(
        strings.element,
        tag,
        TAGS.map((each) => [each, `<${each}>`]),
        (value) => this.#change({ tag: value as Scenario['tag'] }),
      )}
      ${renderChoice(
        strings.width,
        width,
        WIDTH_CHOICES.map((each) => [each, each === 'full' ? strings.full : `${each} px`]),
        (value) => this.#change({ width: value }),
      )}
      ${renderChoice(
        strings.direction,
        direction,
        [
          ['ltr', strings.ltr],
          ['rtl', strings.rtl],
        ],
        (value) => this.#change({ direction: value as StateView['direction'] }),
      )}
    </div>`;
  }

  #renderStates(strings: Strings): TemplateResult {
    const { tag } = this.#view;
    const shown = SCENARIOS.filter((scenario) => scenario.tag === tag);
    return html`<div class="states">
      ${shown.map((scenario) => keyed(scenario.id, this.#renderState(scenario, strings)))}
    </div>`;
  }

  #renderState(scenario: Scenario, strings: Strings): TemplateResult {
    const { language } = this.#preferences;
    const alone = `?scenario=${scenario.id}&lang=${language}`;
    return html`<section class="state-card" id=${scenario.id}>
      <h2>${scenario.title[language]} <a href=${alone}>${scenario.id}, ${strings.alone}</a></h2>
      ${scenario.modal ? html`<p class="hint">${strings.modal}</p>` : this.#renderBox(scenario)}
    </section>`;
  }

  #renderBox(scenario: Scenario): TemplateResult {
    const { width, direction } = this.#view;
    const size = (box: Element | undefined): void => {
      if (box instanceof HTMLElement) box.style.inlineSize = width === 'full' ? '100%' : `${width}px`;
    };
    return html`<div class="state-box" dir=${scenario.direction ?? direction} ${ref(size)}>
      <div ${ref((box) => void this.#fill(box, scenario))}></div>
    </div>`;
  }

  readonly #filled = new WeakSet<Element>();

  async #fill(box: Element | undefined, scenario: Scenario): Promise<void> {
    if (!box || this.#filled.has(box)) return;
    this.#filled.add(box);
    try {
      await mountScenario(scenario, box);
    } catch (error) {
      const failure = document.createElement('p');
      failure.className = 'state-failure';
      failure.textContent = String(error);
      box.append(failure);
    }
  }
}

function renderChoice(
  label: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
  handleChange: (value: string) => void,
): TemplateResult {
  return html`<label class="compact-field">
    <span>${label}</span>
    <select @change=${(event: Event) => handleChange(valueOf(event))}>
      ${options.map(([value, text]) => renderOption(value, text, chosen))}
    </select>
  </label>`;
}
