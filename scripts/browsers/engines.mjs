// The three browser engines the tests run in: what they are called, where they are found, how they are installed.
import { onPath, playwrightCache, puppeteerCache, usualPlaces } from './places.mjs';

/**
 * @typedef {object} Engine
 * @property {string} id as in `npm test -- browser --engine=ID`
 * @property {string} name as the closing lines say it
 * @property {string} variable the environment variable that names its executable
 * @property {() => string[]} candidates where its executable may be
 * @property {string[]} probe arguments with which it answers at once and ends with code 0
 * @property {string[]} needs executables it cannot run without
 * @property {string[]} packages what apt-get installs for it
 */

/** @type {Engine[]} */
export const ENGINES = [
  {
    id: 'chromium',
    name: 'Chromium',
    variable: 'CHROME_PATH',
    candidates: () => [
      ...onPath(['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']),
      ...onPath(['microsoft-edge']),
      ...usualPlaces({
        mac: [
          'Google Chrome.app/Contents/MacOS/Google Chrome',
          'Chromium.app/Contents/MacOS/Chromium',
          'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        ],
        windows: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
        linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
      }),
      ...playwrightCache(),
      ...puppeteerCache(),
    ],
    probe: ['--version', '--no-sandbox'],
    needs: [],
    packages: ['chromium', 'fonts-dejavu-core'],
  },
  {
    id: 'firefox',
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    candidates: () => [
      ...onPath(['firefox', 'firefox-esr']),
      ...usualPlaces({
        mac: ['Firefox.app/Contents/MacOS/firefox'],
        windows: ['Mozilla Firefox\\firefox.exe'],
        linux: ['/usr/lib/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr', '/snap/bin/firefox'],
      }),
    ],
    probe: ['--version'],
    needs: [],
    packages: ['firefox-esr'],
  },
  {
    id: 'webkit',
    name: 'WebKitGTK',
    variable: 'WEBKIT_DRIVER_PATH',
    candidates: () => onPath(['WebKitWebDriver']),
    probe: ['--help'],
    // It has no headless mode.
    needs: ['Xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
];
