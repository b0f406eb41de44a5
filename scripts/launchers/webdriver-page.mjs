// A page driven by WebDriver that answers as Playwright's does, as far as the test runner's own commands ask.
import { setTimeout as wait } from 'node:timers/promises';
import { parseChord, toWebDriverKey } from './key-chord.mjs';

const BUTTONS = { left: 0, middle: 1, right: 2 };

class Keyboard {
  #session;

  constructor(session) {
    this.#session = session;
  }

  async down(key) {
    await this.#send(parseChord(key).map((each) => ({ type: 'keyDown', value: toWebDriverKey(each) })));
  }

  async up(key) {
    await this.#send(parseChord(key).map((each) => ({ type: 'keyUp', value: toWebDriverKey(each) })));
  }

  async press(chord) {
    const keys = parseChord(chord).map(toWebDriverKey);
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    await this.#send([...down, ...up]);
  }

  async type(text) {
    for (const letter of text) await this.press(letter === '+' ? '+' : letter);
  }

  #send(actions) {
    return this.#session.perform({ type: 'key', id: 'keyboard', actions });
  }
}

class Mouse {
  #session;

  constructor(session) {
    this.#session = session;
  }

  move(x, y) {
    return this.#send([{ type: 'pointerMove', x, y, duration: 0 }]);
  }

  down({ button = 'left' } = {}) {
    return this.#send([{ type: 'pointerDown', button: BUTTONS[button] }]);
  }

  up({ button = 'left' } = {}) {
    return this.#send([{ type: 'pointerUp', button: BUTTONS[button] }]);
  }

  async click(x, y, options) {
    await this.move(x, y);
    await this.down(options);
    await this.up(options);
  }

  #send(actions) {
    const parameters = { pointerType: 'mouse' };
    return this.#session.perform({ type: 'pointer', id: 'mouse', parameters, actions });
  }
}

export class WebDriverPage {
  #session;

  /** @param {import('./webdriver-session.mjs').WebDriverSession} session */
  constructor(session) {
    this.#session = session;
    this.keyboard = new Keyboard(session);
    this.mouse = new Mouse(session);
  }

  /**
   * Sizes the window so that the page inside it has a size. A window has a least width; what is asked below that is
   * given to the page's root, so that containers, though not media queries, are as narrow as asked.
   */
  async setViewportSize({ width, height }) {
    const [frameWidth, frameHeight] = await this.#session.evaluate(
      'return [outerWidth - innerWidth, outerHeight - innerHeight]',
    );
    await this.#session.setWindowSize({ width: width + frameWidth, height: height + frameHeight });
    const [reached] = await this.#waitForSize(width, height);
    if (reached < width) throw new Error(`The window does not take ${width} px; it stays at ${reached} px.`);
    await this.#session.evaluate(
      'document.documentElement.style.maxInlineSize = innerWidth > arguments[0] ? `${arguments[0]}px` : ""',
      width,
    );
  }

  /** The window takes its size a moment after the driver has answered; answers the size it takes. */
  async #waitForSize(width, height) {
    let size = [0, 0];
    for (let attempt = 0; attempt < 20; attempt += 1) {
      size = await this.#session.evaluate('return [innerWidth, innerHeight]');
      if (size[0] === width && size[1] === height) break;
      await wait(25);
    }
    return size;
  }
}
