import { html, svg, type TemplateResult } from 'lit';
import type { Language } from '../studio/vocabulary.ts';
import { LANGUAGES, THEMES, pageLink, type Preferences, type Theme } from './preferences.ts';
import { shellStrings, type ShellStrings } from './shell-strings.ts';

/** The demo's pages. */
export type Page = 'index' | 'wheel' | 'together' | 'figures' | 'import' | 'million' | 'states' | 'plain';

/** What a page puts into the frame that all share. */
export interface ShellContent {
  page: Page;
  preferences: Preferences;
  title: string;
  /** A line under the title. */
  lead: string;
  main: TemplateResult;
  onLanguage: (language: Language) => void;
  onTheme: (theme: Theme) => void;
}

const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', en: 'English' };

/** The frame of every page: the side navigation, the heading, language and theme. */
export function renderShell(content: ShellContent): TemplateResult {
  const strings = shellStrings(content.preferences.language);
  return html`
    <a class="skip-link" href="#main">${strings.skip}</a>
    <div class="frame">
      ${renderSide(content, strings)}
      <div class="page">
        ${renderHeader(content, strings)}
        <main id="main" tabindex="-1">${content.main}</main>
      </div>
    </div>
  `;
}

function renderSide(content: ShellContent, strings: ShellStrings): TemplateResult {
  const groups: [title: string, links: TemplateResult[]][] = [
    [
      strings.analytics,
      [
        renderLink(content, 'index', strings.funnels, ICON_FUNNEL),
        renderLink(content, 'wheel', strings.wheel, ICON_WHEEL),
        renderLink(content, 'together', strings.together, ICON_TOGETHER),
        renderLink(content, 'figures', strings.figures, ICON_FIGURES),
      ],
    ],
    [
      strings.technical,
      [
        renderLink(content, 'import', strings.ownData, ICON_IMPORT),
        renderLink(content, 'million', strings.million, ICON_MILLION),
        renderLink(content, 'states', strings.states, ICON_STATES),
        renderLink(content, 'plain', strings.plainPage, ICON_CODE),
      ],
    ],
  ];
  return html`
    <aside class="side" aria-label="Atelier Nord">
      <p class="brand">
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">${LOGO}</svg>
        <span
          ><strong>Atelier Nord</strong><small><bdi>${strings.studioKind}</bdi></small></span
        >
      </p>
      <button type="button" class="button menu-button" popovertarget="navigation">
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${ICON_MENU}</svg>
        ${strings.menu}
      </button>
      <nav id="navigation" popover aria-label=${strings.navigation}>
        ${groups.map(
          ([title, links]) => html`
            <h2 class="nav-title">${title}</h2>
            <ul>
              ${links}
            </ul>
          `,
        )}
      </nav>
      <p class="side-note"><bdi>${strings.madeUp}</bdi></p>
    </aside>
  `;
}

function renderLink(
  { page, preferences }: ShellContent,
  target: Page,
  label: string,
  icon: TemplateResult,
): TemplateResult {
  return html`
    <li>
      <a href=${pageLink(`./${target}.html`, preferences)} aria-current=${target === page ? 'page' : 'false'}>
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${icon}</svg>
        <span>${label}</span>
      </a>
    </li>
  `;
}

function renderHeader(
  { title, lead, preferences, onLanguage, onTheme }: ShellContent,
  strings: ShellStrings,
): TemplateResult {
  return html`
    <header class="page-header">
      <div>
        <p class="crumbs">${strings.analytics} <span aria-hidden="true">›</span> ${title}</p>
        <h1>${title}</h1>
        <p class="lead"><bdi>${lead}</bdi></p>
      </div>
      <div class="switches">
        <label class="compact-field">
          <span>${strings.language}</span>
          <select name="language" @change=${(event: Event) => onLanguage(valueOf(event) as Language)}>
            ${LANGUAGES.map((language) => renderOption(language, LANGUAGE_NAMES[language], preferences.language))}
          </select>
        </label>
        <label class="compact-field">
          <span>${strings.theme}</span>
          <select name="theme" @change=${(event: Event) => onTheme(valueOf(event) as Theme)}>
            ${THEMES.map((theme) => renderOption(theme, strings.themes[theme], preferences.theme))}
          </select>
        </label>
      </div>
    </header>
  `;
}

/** One choice of a `<select>`. */
export function renderOption(value: string, label: string, chosen: string): TemplateResult {
  return html`<option value=${value} .selected=${value === chosen}>${label}</option>`;
}

/** What a field holds after its event. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

const LOGO = svg`
  <rect width="32" height="32" rx="9" class="logo-ground" />
  <path d="M7.5 9h17M7.5 16h11M7.5 23h6" class="logo-bars" />
  <circle cx="23.5" cy="21.5" r="3.6" class="logo-dot" />`;
const ICON_FUNNEL = svg`<path d="M3 4.5h14M3 10h9.5M3 15.5h5" />`;
const ICON_WHEEL = svg`
  <path d="M10 3.2a6.8 6.8 0 1 1-6.5 4.9M3 3.6v4.6h4.6" />
  <circle cx="10" cy="10" r="1.8" />`;
const ICON_TOGETHER = svg`<path d="M2.5 5h7M2.5 10h4.5M2.5 15h3" /><circle cx="13.2" cy="11.6" r="4.3" />`;
const ICON_FIGURES = svg`<path d="M3.5 16.5v-5m4.3 5V8m4.4 8.5v-6m4.3 6v-13" />`;
const ICON_STATES = svg`<path d="M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z" />`;
const ICON_MILLION = svg`<path d="M3.5 4.5h13M3.5 8.2h13M3.5 11.8h13M3.5 15.5h13" />`;
const ICON_MENU = svg`<path d="M3 5.5h14M3 10h14M3 14.5h14" />`;
const ICON_IMPORT = svg`<path d="M10 3v9m-3.5-3.5L10 12l3.5-3.5M3.5 13.5v3h13v-3" />`;
const ICON_CODE = svg`<path d="M7 5.5 2.8 10 7 14.5M13 5.5l4.2 4.5-4.2 4.5" />`;
