import { applyPreferences, readPreferences } from '../page/preferences.ts';
import { findScenario, widthsOf } from '../scenarios/index.ts';
import { mountScenario } from '../scenarios/mount-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/**
 * Shows one scenario and nothing else: `?scenario=ID&width=480` (or `widths=320,480`, or its usual four),
 * `lang`, `theme`, `dir`, `font=test`. The root element's `data-ready` says when it is there, or `data-failed` why not.
 */
export async function showAlone(root: HTMLElement, query: URLSearchParams): Promise<void> {
  const page = document.documentElement;
  applyPreferences(readPreferences(query));
  page.classList.add('alone');
  try {
    if (query.get('font') === 'test') await (await import('./test-font.ts')).applyTestFont();
    const asked = query.get('widths') ?? query.get('width');
    await showScenario(root, query.get('scenario') ?? '', {
      widths: asked?.split(',').map(Number),
      direction: query.get('dir') ?? undefined,
    });
    page.dataset.ready = query.get('scenario') ?? '';
  } catch (error) {
    page.dataset.failed = String(error);
    throw error;
  }
}

/** Puts a scenario into an element, once a width, in place of what was there; answers the scenario. */
export async function showScenario(
  root: HTMLElement,
  id: string,
  settings: { widths?: readonly number[] | undefined; direction?: string | undefined } = {},
): Promise<Scenario> {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`There is no scenario "${id}"`);
  root.replaceChildren();
  document.documentElement.dir = settings.direction ?? scenario.direction ?? 'ltr';
  const boxes = (settings.widths ?? widthsOf(scenario)).map((width) => {
    const box = document.createElement('div');
    box.className = 'alone-box';
    box.style.inlineSize = `${width}px`;
    return box;
  });
  root.append(...boxes);
  // Lists one after another: each takes the focus when it opens, and the last is to have it.
  if (scenario.people) for (const box of boxes) await mountScenario(scenario, box);
  else await Promise.all(boxes.map((box) => mountScenario(scenario, box)));
  return scenario;
}
