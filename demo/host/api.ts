import { setupWorker } from 'msw/browser';
import { toStoreInput } from '../../src/data/index.ts';
import { FunnelSession, createStore } from '../../src/engine/index.ts';
import { toDataset } from '../studio/to-dataset.ts';
import type { Language } from '../studio/vocabulary.ts';
import { createHandlers } from './handlers.ts';
import type { ServerMood } from './server-mood.ts';
import type { StudioHost } from './studio-host.ts';

/**
 * Starts the simulated server in this page: a service worker hands the element's requests to handlers that count
 * over the same in-memory studio. Rejects where service workers are not allowed.
 */
export async function startApi(host: StudioHost, mood: ServerMood, language: () => Language): Promise<void> {
  let known: { language: Language; session: Promise<FunnelSession> } | undefined;
  host.addEventListener('change', () => (known = undefined));
  const session = () => {
    if (known?.language !== language())
      known = { language: language(), session: openSession(host, language()) };
    return known.session;
  };
  const worker = setupWorker(...createHandlers(session, mood));
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true });
}

async function openSession(host: StudioHost, language: Language): Promise<FunnelSession> {
  const { input } = await toStoreInput(toDataset(host.studio, language));
  return new FunnelSession(createStore(input));
}
