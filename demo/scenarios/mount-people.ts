import { type ClientsTagEvent, FunnelStepSelectEvent } from '../../src/events/index.ts';
import type { PeopleSetting } from './scenario.ts';
import { PeopleSource } from './people-source.ts';
import { settle } from './settle.ts';

let charts = 0;

/** Gives a list its people: by a chart that nobody sees, and in which a segment is opened. */
export async function mountPeople(list: HTMLElement, setting: PeopleSetting): Promise<void> {
  const chart = document.createElement('funnel-chart');
  chart.id = `scenario-chart-${(charts += 1)}`;
  chart.hidden = true;
  chart.source = new PeopleSource(setting);
  list.before(chart);
  list.setAttribute('for', chart.id);
  list.addEventListener('clients-tag', (event) => answer(event, setting.request));
  await settle(chart);
  const { result, segment, rows } = setting;
  const count = setting.count ?? (typeof rows === 'number' ? rows : rows.length);
  const { step, outcome } = segment;
  chart.dispatchEvent(
    new FunnelStepSelectEvent({ funnel: result.funnel?.id, step, outcome, count, segment }),
  );
}

function answer(event: ClientsTagEvent, request: PeopleSetting['request']): void {
  // Else the page of states would hear it too.
  event.stopPropagation();
  if (request === 'refused') event.preventDefault();
  if (request === 'pending') event.waitUntil(new Promise(() => undefined));
  if (request === 'done') event.waitUntil(Promise.resolve());
  if (request === 'failed') event.waitUntil(Promise.reject(new Error('the scenario fails')));
  const failed = [{ id: event.ids?.[0] ?? 0, reason: 'No e-mail address' }];
  if (request === 'partial') event.waitUntil(Promise.resolve({ failed }));
}
