// Key chords as Playwright writes them ("Control+End"), for drivers that know single keys only.

const ALIASES = { Space: ' ', ControlOrMeta: process.platform === 'darwin' ? 'Meta' : 'Control' };

/** "Control+Shift+End" → ["Control", "Shift", "End"]; the key "+" itself is a key. */
export function parseChord(chord) {
  return chord.split(/(?<=.)\+/).map((key) => ALIASES[key] ?? key);
}

/** WebDriver's code points of keys that type nothing (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const CODE_POINTS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F10: '\uE03A',
  Meta: '\uE03D',
};

/** The value of a key in WebDriver's actions: a code point for a named key, else what it types. */
export function toWebDriverKey(key) {
  const code = CODE_POINTS[key];
  if (code === undefined && key.length > 1)
    throw new Error(`WebDriver: no code is known for the key "${key}"`);
  return code ?? key;
}
