import './late-parts.ts';

/** Elements that say when they have rendered, as Lit's do. */
interface Rendering extends HTMLElement {
  updateComplete?: Promise<unknown>;
}

/**
 * How long something may take before it counts as never coming, ms: what is waited for is a condition, so this is
 * only reached where it does not come true, however busy the machine is.
 */
export const PATIENCE_MS = 60_000;

export const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Waits until an element stays as it is: it says something (parts of it may be loaded late), and what it renders is
 * the same for three frames in a row.
 * @throws when it is empty, or still changing, after {@link PATIENCE_MS}.
 */
export async function settle(element: Rendering): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let before = '';
  for (let same = 0; same < 3;) {
    await element.updateComplete;
    await nextFrame();
    const now = `${element.offsetHeight}${element.shadowRoot?.innerHTML ?? ''}`;
    const isEmpty = element.shadowRoot?.textContent?.trim() === '';
    same = now === before && !isEmpty ? same + 1 : 0;
    before = now;
    if (performance.now() > deadline) throw new Error(`<${element.localName}> does not come to rest`);
  }
}
