// WebKitGTK for the test runner: one window, driven by WebDriver over fetch, on an X server without a screen.
import { startWebKitDriver } from './webkit-driver.mjs';
import { WebDriverPage } from './webdriver-page.mjs';
import { WebDriverSession } from './webdriver-session.mjs';
import { startXvfb } from './xvfb.mjs';

const CAPABILITIES = {
  alwaysMatch: {
    timeouts: { pageLoad: 60_000, script: 60_000 },
    // Full screen, as the tool bar keeps the window wider than a phone.
    'webkitgtk:browserOptions': { args: ['--automation', '--full-screen'] },
  },
};

class WebKitLauncher {
  name = 'WebKitGTK';
  // The runner's own commands ask by this name how a page is to be spoken to; ours answers as Playwright's does.
  type = 'playwright';
  // The driver allows one session, and a session here is one window.
  concurrency = 1;
  /** What tests may ask for that not every engine can do. */
  abilities = [];
  #executable;
  #running;
  #active;

  constructor(executable) {
    this.#executable = executable;
  }

  async startSession(id, url) {
    const { session, page } = await (this.#running ??= this.#start());
    this.#active = id;
    this.page = page;
    await page.setViewportSize({ width: 800, height: 600 });
    await session.goTo(url);
  }

  isActive(id) {
    return this.#active === id;
  }

  getPage() {
    return this.page;
  }

  async getBrowserUrl() {
    const { session } = await this.#running;
    return session.url();
  }

  async stopSession() {
    const { session } = await this.#running;
    this.#active = undefined;
    // Ends timers and requests of the page.
    await session.goTo('about:blank');
    return {};
  }

  startDebugSession() {
    throw new Error('WebKitGTK runs on a display that nobody sees: debug in another engine.');
  }

  async stop() {
    if (this.#running === undefined) return;
    const { session, stop } = await this.#running;
    await session.end();
    stop();
  }

  async #start() {
    const screen = await startXvfb();
    const driver = await startWebKitDriver(this.#executable, screen.display);
    const session = await WebDriverSession.start(driver.address, CAPABILITIES);
    const stop = () => {
      driver.stop();
      screen.stop();
    };
    // Also where the runner ends before it stops its browsers.
    process.once('exit', stop);
    return { session, page: new WebDriverPage(session), stop };
  }
}

/** @param {string} executable path of WebKitWebDriver */
export function webkitLauncher(executable) {
  return new WebKitLauncher(executable);
}
