import { chromeLauncher } from '@web/test-runner-chrome';
import { parseChord } from './key-chord.mjs';

/** Lets `press` take chords, as it does in the other engines. */
function takeChords(keyboard) {
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (chord, options) => {
    const keys = parseChord(chord);
    const last = keys.pop();
    for (const key of keys) await keyboard.down(key);
    await press(last, options);
    for (const key of keys.reverse()) await keyboard.up(key);
  };
}

/** Firefox for the test runner, driven by WebDriver BiDi. */
export function firefoxLauncher(executablePath) {
  const launcher = chromeLauncher({
    launchOptions: { browser: 'firefox', executablePath },
    // Two pages at once take the focus from each other.
    concurrency: 1,
    createPage: async ({ context }) => {
      const page = await context.newPage();
      takeChords(page.keyboard);
      return page;
    },
  });
  return Object.assign(launcher, { name: 'Firefox', abilities: [] });
}
