/* global document */
// Where pictures are taken: the page of states, on a server of its own, in a Chromium with nothing left to chance.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS } from '../browsers/chromium-flags.mjs';

/** The looks every scenario is taken in. */
export const LOOKS = {
  light: { media: 'screen', colorScheme: 'light', forcedColors: 'none' },
  dark: { media: 'screen', colorScheme: 'dark', forcedColors: 'none' },
  forced: { media: 'screen', colorScheme: 'dark', forcedColors: 'active' },
  print: { media: 'print', colorScheme: 'light', forcedColors: 'none' },
};

const SIZE = { width: 2000, height: 1200 };
/** A browser leaves parts out of a picture far higher than its textures; a list on paper shows all its kinds before. */
const MOST_HEIGHT = 6000;
const MODAL_SIZE = { width: 800, height: 800 };

const PAGE = {
  viewport: SIZE,
  deviceScaleFactor: 1,
  locale: 'en-GB',
  timezoneId: 'Europe/Paris',
  reducedMotion: 'reduce',
};

const NOW = new Date('2026-11-20T09:30:00+01:00');

const root = fileURLToPath(new URL('../..', import.meta.url));
// A cache of its own for each run: two at once would clash.
const cacheDir = `${root}node_modules/.vite/pictures-${process.pid}`;

async function startServer() {
  const server = await createServer({
    configFile: `${root}vite.config.ts`,
    root: `${root}demo`,
    cacheDir,
    logLevel: 'error',
    server: { port: 0, hmr: false, ws: false, watch: null },
  });
  await server.listen();
  return server;
}

/** One page on which scenarios are shown one after another. */
class Stage {
  #page;
  #isModal = false;
  /** What the page printed, or threw, since it was last asked. */
  #said = [];

  constructor(page) {
    this.#page = page;
    page.on('pageerror', (error) => this.#said.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#said.push(message.text());
    });
  }

  /** Shows a scenario in its widths; throws where it fails, or where the page says something. */
  async show(id) {
    this.#said = [];
    await this.#page.emulateMedia(LOOKS.light);
    this.#isModal = await this.#page.evaluate(async (name) => {
      const { showScenario } = await import('/states/show-alone.ts');
      const { modal = false } = await showScenario(document.getElementById('app'), name);
      return modal;
    }, id);
    await this.#page.setViewportSize(this.#isModal ? MODAL_SIZE : SIZE);
    const said = this.#said.filter((text) => !text.startsWith('Lit is in dev mode'));
    if (said.length > 0) throw new Error(said.join('\n'));
  }

  /** Takes a picture in a look: of the scenario's boxes, or of the page a modal dialog lies over. PNG. */
  async take(look) {
    await this.#page.emulateMedia(LOOKS[look]);
    const { x, width, height } = await this.#page.evaluate(async () => {
      // What follows the media may be drawn, or loaded, a moment later.
      const { settle } = await import('/scenarios/settle.ts');
      await Promise.all([...document.querySelectorAll('.alone-box > :last-child')].map(settle));
      // Opening a list brings it into sight, by as much as is there of it then.
      document.scrollingElement.scrollTop = 0;
      return document.getElementById('app').getBoundingClientRect().toJSON();
    });
    const clip = {
      x: Math.floor(x),
      y: 0,
      width: Math.ceil(width),
      height: Math.min(MOST_HEIGHT, Math.ceil(height)),
    };
    const extent = this.#isModal ? {} : { fullPage: true, clip };
    return this.#page.screenshot({ animations: 'disabled', caret: 'hide', ...extent });
  }

  evaluate(callback, argument) {
    return this.#page.evaluate(callback, argument);
  }
}

/** A browser with a server. */
export class Studio {
  #server;
  #browser;

  static async open(executablePath) {
    const studio = new Studio();
    studio.#server = await startServer();
    const args = [...CHROMIUM_FLAGS, '--force-color-profile=srgb', '--hide-scrollbars'];
    studio.#browser = await chromium.launch({ executablePath, args });
    return studio;
  }

  /** "156" of "156.0.8078.79". */
  get major() {
    return this.#browser.version().split('.')[0];
  }

  /** Opens a page with the scenario named, which also warms up the server. */
  async openStage(id) {
    const page = await this.#browser.newPage(PAGE);
    // A busy machine is no fault of a picture.
    page.setDefaultTimeout(120_000);
    await page.clock.setFixedTime(NOW);
    const [address] = this.#server.resolvedUrls.local;
    await page.goto(`${address}states.html?scenario=${id}&font=test&lang=en`);
    await page.waitForSelector(':root[data-ready], :root[data-failed]', { timeout: 60_000 });
    return new Stage(page);
  }

  async close() {
    await this.#browser.close();
    await this.#server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
}
