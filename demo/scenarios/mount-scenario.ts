import { mountPeople } from './mount-people.ts';
import type { Action, Scenario } from './scenario.ts';
import { ScenarioSource } from './scenario-source.ts';
import { nextFrame, PATIENCE_MS, settle } from './settle.ts';

/** So long nothing moves: what an observer saw is measured in the next frame, and drawn in the one after. */
const FRAMES_STILL = 5;

/** The elements' common contract, as far as scenarios use it. */
interface LoadingElement extends HTMLElement {
  source?: unknown;
  result?: unknown;
  refresh?(): void;
}

/** Puts a scenario's element into a container; answers it once it shows what the scenario is about. */
export async function mountScenario(scenario: Scenario, container: Element): Promise<HTMLElement> {
  const element: LoadingElement = document.createElement(scenario.tag);
  for (const [name, value] of Object.entries(scenario.attributes ?? {})) element.setAttribute(name, value);
  Object.assign(element, scenario.properties);
  if (scenario.language) element.lang = scenario.language;
  container.append(element);
  if (scenario.people) await mountPeople(element, scenario.people);
  await load(element, scenario);
  for (const action of scenario.actions ?? []) {
    await perform(action, element);
    await settle(element);
  }
  return element;
}

async function load(element: LoadingElement, { load = { kind: 'nothing' } }: Scenario): Promise<void> {
  if (load.kind === 'result') element.result = load.result;
  else if (load.kind !== 'nothing') element.source = new ScenarioSource(load);
  await settle(element);
  if (load.kind !== 'refreshing' && load.kind !== 'stale') return;
  element.refresh?.();
  // What says that it takes long comes a moment later.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await settle(element);
}

async function find(element: HTMLElement, selector: string): Promise<HTMLElement> {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline;) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`<${element.localName}> never shows ${selector}`);
}

async function perform(action: Action, element: HTMLElement): Promise<void> {
  if ('await' in action) await find(element, action.await);
  else if ('click' in action) (await find(element, action.click)).click();
  else if ('type' in action) {
    const field = (await find(element, action.type)) as HTMLInputElement;
    field.value = action.text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  } else {
    const box = await find(element, action.scroll);
    await untilMeasured(box);
    box.scrollTop = (box.scrollHeight - box.clientHeight) * action.share;
  }
}

/** Waits until a list has stood for some frames: it guesses how high its rows are before it measures them. */
async function untilMeasured(box: HTMLElement): Promise<void> {
  let size = box.scrollHeight;
  for (let frames = 0; frames < FRAMES_STILL; frames += 1) {
    await nextFrame();
    if (box.scrollHeight !== size) frames = 0;
    size = box.scrollHeight;
  }
}
