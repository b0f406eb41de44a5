// Commands that tests can give beyond the runner's own; test/support/ wraps them.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Lets `readFile` answer undefined for a file that is not there, as its documentation says. The runner takes a
 * plugin's undefined for "not my command"; this value is sent as nothing at all.
 */
export const absentFiles = {
  name: 'funnelwheel-absent-files',
  executeCommand({ command, payload, session }) {
    if (command !== 'read-file' || existsSync(join(dirname(session.testFile), payload.path)))
      return undefined;
    return { toJSON: () => undefined };
  },
};

/** Says which engine a test runs in, and what it can do there. */
export const engine = {
  name: 'funnelwheel-engine',
  executeCommand({ command, session }) {
    if (command !== 'engine') return undefined;
    const { name, abilities } = session.browser;
    return { name, abilities };
  },
};

/** Answers Chromium's whole accessibility tree of the page, as the nodes of the DevTools protocol. */
export const accessibilityTree = {
  name: 'funnelwheel-accessibility-tree',
  async executeCommand({ command, session }) {
    if (command !== 'accessibility-tree') return undefined;
    const page = session.browser.getPage(session.id);
    const devTools = await page.context().newCDPSession(page);
    try {
      const { nodes } = await devTools.send('Accessibility.getFullAXTree');
      return nodes;
    } finally {
      await devTools.detach();
    }
  },
};
