/** Elements that say when they have rendered, as Lit's do. */
interface Rendering extends HTMLElement {
  updateComplete?: Promise<unknown>;
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Waits until an element stays as it is: it says something (parts of it may be loaded late), and what it renders is
 * the same for three frames in a row.
 * @throws when it is empty, or still changing, after ten seconds.
 */
export async function settle(element: Rendering): Promise<void> {
  const deadline = performance.now() + 10_000;
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
