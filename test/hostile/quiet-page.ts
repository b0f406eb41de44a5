import '../../demo/scenarios/late-parts.ts';
import { expect } from '@open-wc/testing';

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table'] as const;

/**
 * Listens for what a page must never get of the package: console messages, errors, unhandled rejections, violations
 * of a policy. `stop` ends that and answers what was heard.
 */
export function listenToPage(page: Window & typeof globalThis = window): { stop(): string[] } {
  const heard: string[] = [];
  const originals = METHODS.map((method) => [method, page.console[method]] as const);
  for (const [method] of originals)
    page.console[method] = (...args: unknown[]) =>
      void heard.push(`console.${method}: ${args.map(String).join(' ')}`);
  // Before the test runner hears of it, which would give up the tests that follow.
  const hear = (event: ErrorEvent | PromiseRejectionEvent) => {
    heard.push(`${event.type}: ${String('reason' in event ? event.reason : event.message)}`);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  page.addEventListener('error', hear, true);
  page.addEventListener('unhandledrejection', hear, true);
  return {
    stop() {
      for (const [method, original] of originals) page.console[method] = original as never;
      page.removeEventListener('error', hear, true);
      page.removeEventListener('unhandledrejection', hear, true);
      return heard;
    },
  };
}

/** A test that fails where the page heard anything while it ran. */
export function quietly(test: () => Promise<void>): () => Promise<void> {
  return async () => {
    const listening = listenToPage();
    try {
      await test();
      // An unhandled rejection is told when the task that made it has ended.
      await new Promise((resolve) => setTimeout(resolve));
    } finally {
      expect(listening.stop(), 'what the page heard').to.deep.equal([]);
    }
  };
}

/** What an element shows, as text; fails where it is blank. */
export function readShown(element: HTMLElement): string {
  const base = element.shadowRoot?.querySelector<HTMLElement>('[part~=base]');
  const text = base?.innerText.trim() ?? '';
  expect(text, 'the element is not blank').to.not.equal('');
  expect(base?.getBoundingClientRect().height, 'the element has a height').to.be.greaterThan(20);
  return text;
}
