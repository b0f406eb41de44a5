import { executeServerCommand } from '@web/test-runner-commands';

/** What not every engine lets a test do. */
export type Ability = 'emulate-media' | 'accessibility-tree';

interface Engine {
  name: string;
  abilities: Ability[];
}

/** The engine this test runs in. */
export function readEngine(): Promise<Engine> {
  return executeServerCommand<Engine, undefined>('engine');
}

/** Skips a test, and says why, where the engine cannot do what it asks for. */
export async function skipWithout(test: Mocha.Context, ability: Ability): Promise<void> {
  const { name, abilities } = await readEngine();
  if (abilities.includes(ability)) return;
  // The reporter prints what was said next to the skipped tests.
  console.info(`skipped: ${name} is not asked for ${ability}: ${test.test?.fullTitle() ?? ''}`);
  test.skip();
}

/** Skips a test, and says why, where the browser's window has no focus: no element is then `:focus-visible`. */
export async function skipWithoutFocus(test: Mocha.Context): Promise<void> {
  if (document.hasFocus()) return;
  const { name } = await readEngine();
  console.info(`skipped: the window of ${name} has no focus here: ${test.test?.fullTitle() ?? ''}`);
  test.skip();
}
