/** An element that is handed finished results. */
interface Shown {
  /** What is drawn at present. */
  readonly result: unknown;
  readonly updateComplete: Promise<boolean>;
}

/** Many more turns than a result takes that needs nothing from the network. */
const MOST_TURNS = 1000;

/** Hands an element a result and waits until it is drawn; what an update asks for by itself belongs to it. */
export async function untilShown(element: Shown, change: () => void): Promise<void> {
  const before = element.result;
  change();
  for (let turn = 0; element.result === before; turn += 1) {
    if (turn === MOST_TURNS) throw new Error('the result was not taken');
    await element.updateComplete;
  }
  while (!(await element.updateComplete));
}
