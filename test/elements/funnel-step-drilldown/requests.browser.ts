import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  type ClientsEnrollEvent,
  type ClientsStageChangeEvent,
  type ClientsTagEvent,
} from '../../../src/events/index.ts';
import { makePeople, RESULT } from './fake-people-host.ts';
import {
  watchPage,
  mount,
  choose,
  find,
  rowAt,
  text,
  focused,
  show,
  focusFirstRow,
  press,
  select,
  request,
  activity,
  said,
  button,
  selectedIds,
} from './stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

watchPage();

describe('a request', () => {
  it('tells whom it reaches, and how many of them refuse e-mail', async () => {
    const { list } = await show();
    await select(list, 0, 1, 2);
    find(list, '[data-act=tag]')?.click();
    await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === true);
    expect(text(list, '.audience')).to.equal('3 people, 1 without e-mail consent');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => find<HTMLDialogElement>(list, 'dialog')?.open === false);
    expect(focused(list)?.dataset['act']).to.equal('tag');
  });

  it('waits for the host, shows the rows under way, and is undone by its inverse', async () => {
    const { list, page } = await show();
    const events: ClientsTagEvent[] = [];
    let finish = () => undefined as void;
    page.addEventListener('clients-tag', (event) => {
      events.push(event);
      event.waitUntil(new Promise<void>((resolve) => (finish = resolve)));
    });
    await select(list, 0, 1, 2);
    await request(list, 'tag', 'ete');
    await waitUntil(() => events.length === 1);
    const [first] = events;
    expect(first?.tags).to.deep.equal(['Été']);
    expect(first?.ids).to.deep.equal([0, 1, 2]);
    expect(first?.count).to.equal(3);
    expect(first?.undo).to.equal(false);
    await list.updateComplete;
    expect(rowAt(list, 1)?.innerText).to.contain('under way');
    expect(activity(list)).to.contain('Tagging 3 people with “Été”');
    finish();
    await waitUntil(() => activity(list).includes('3 people tagged'));
    expect(rowAt(list, 1)?.innerText).to.contain('done');
    expect(selectedIds(list)).to.deep.equal([]);
    button(list, 'Undo')?.click();
    await waitUntil(() => events.length === 2);
    expect(events[1]?.undo).to.equal(true);
    expect(events[1]?.requestId).to.equal(first?.requestId);
    expect(events[1]?.ids).to.deep.equal([0, 1, 2]);
    finish();
    await waitUntil(() => activity(list).includes('taken off'));
  });

  it('that fails keeps everybody selected, and can be tried again', async () => {
    const { list, page } = await show();
    let isDown = true;
    const ids: string[] = [];
    page.addEventListener('clients-tag', (event) => {
      ids.push(event.requestId);
      event.waitUntil(isDown ? Promise.reject(new Error('no')) : Promise.resolve());
    });
    await select(list, 0, 1);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('could not be tagged'));
    expect(selectedIds(list)).to.deep.equal([0, 1]);
    expect(rowAt(list, 0)?.innerText).to.contain('failed');
    isDown = false;
    button(list, 'Try again')?.click();
    await waitUntil(() => activity(list).includes('2 people tagged'));
    expect(ids[0]).to.equal(ids[1]);
  });

  it('that fails for some keeps those selected, and tries again for them alone', async () => {
    const { list, page } = await show();
    const asked: unknown[] = [];
    page.addEventListener('clients-tag', (event) => {
      asked.push(event.ids);
      event.waitUntil(Promise.resolve(asked.length === 1 ? { failed: [1] } : undefined));
    });
    await select(list, 0, 1, 2);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('it failed for 1'));
    await list.updateComplete;
    expect(selectedIds(list)).to.deep.equal([1]);
    button(list, 'Try again')?.click();
    await waitUntil(() => asked.length === 2);
    expect(asked[1]).to.deep.equal([1]);
  });

  it('that failed for some is undone for the others alone, and tells the number of those', async () => {
    const { list, page } = await show();
    const asked: ClientsTagEvent[] = [];
    const answers = [{ failed: [1] }, { failed: [{ id: 2, reason: 'Locked' }] }, undefined];
    page.addEventListener('clients-tag', (event) => {
      event.waitUntil(Promise.resolve(answers[asked.length]));
      asked.push(event);
    });
    await select(list, 0, 1, 2);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('it failed for 1'));
    button(list, 'Undo')?.click();
    await waitUntil(() => activity(list).includes('It could not be undone for 1 person.'));
    expect(asked[1]?.undo).to.equal(true);
    expect(asked[1]?.ids).to.deep.equal([0, 2]);
    expect(asked[1]?.count).to.equal(2);
    expect(activity(list)).to.contain('Tag “Winback” taken off 1 person.');
    await waitUntil(() => rowAt(list, 2)?.innerText.includes('failed: Locked') === true);
    button(list, 'Undo')?.click();
    await waitUntil(() => activity(list).includes('taken off 2 people.'));
    expect(asked[2]?.ids).to.deep.equal([2]);
  });

  it('that was tried again for the rest is undone for all of them', async () => {
    const { list, page } = await show();
    const asked: ClientsTagEvent[] = [];
    page.addEventListener('clients-tag', (event) => {
      event.waitUntil(Promise.resolve(asked.length === 0 ? { failed: [1] } : undefined));
      asked.push(event);
    });
    await select(list, 0, 1, 2);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('it failed for 1'));
    button(list, 'Try again')?.click();
    await waitUntil(() => activity(list).includes('3 people tagged'));
    button(list, 'Undo')?.click();
    await waitUntil(() => activity(list).includes('taken off 3 people.'));
    expect(asked[2]?.ids).to.deep.equal([0, 1, 2]);
  });

  it('that fails for some says why in their rows', async () => {
    const { list, page } = await show();
    page.addEventListener('clients-tag', (event) =>
      event.waitUntil(Promise.resolve({ failed: [{ id: 1, reason: 'No address' }] })),
    );
    await select(list, 0, 1);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => rowAt(list, 1)?.innerText.includes('failed: No address') === true);
    expect(rowAt(list, 0)?.innerText).to.contain('done');
  });

  it('tells how far it is, as far as the page says it', async () => {
    const { list, page } = await show();
    let asked: ClientsTagEvent | undefined;
    page.addEventListener('clients-tag', (event) => {
      asked = event;
      event.waitUntil(new Promise(() => undefined));
    });
    await select(list, 0, 1, 2);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => asked !== undefined);
    asked?.reportProgress({ done: 2 });
    await waitUntil(() => activity(list).includes('2 of 3'));
    expect(find<HTMLProgressElement>(list, '.activity progress')?.value).to.equal(2);
    await expect(list).to.be.accessible();
    button(list, 'Stop')?.click();
    asked?.reportProgress({ done: 3 });
    await list.updateComplete;
    expect(find(list, '.activity progress')).to.equal(null);
  });

  it('says how it ended, and says nothing when its banner goes or the language changes', async () => {
    const { list, page } = await show();
    let failed: number[] = [];
    page.addEventListener('clients-tag', (event) => event.waitUntil(Promise.resolve({ failed })));
    await select(list, 0, 1, 2);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => said(list).startsWith('3 people tagged'));
    await aTimeout(600);
    expect(said(list)).to.contain('3 people tagged');
    button(list, 'Undo')?.click();
    await waitUntil(() => said(list).includes('taken off'));
    failed = [1];
    await select(list, 0, 1);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => said(list).includes('it failed for 1'));
    list.locale = 'fr';
    await waitUntil(() => said(list) === '');
    find(list, '.activity .icon-button')?.click();
    await aTimeout(600);
    expect(said(list)).to.equal('');
  });

  it('keeps the focus when its button goes', async () => {
    const { list, page } = await show();
    let isDown = true;
    page.addEventListener('clients-tag', (event) =>
      event.waitUntil(isDown ? Promise.reject(new Error('no')) : Promise.resolve()),
    );
    await select(list, 0, 1);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('could not be tagged'));
    isDown = false;
    for (const [label, outcome] of [
      ['Try again', '2 people tagged'],
      ['Undo', 'taken off'],
    ] as const) {
      button(list, label)?.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => activity(list).includes(outcome));
      await list.updateComplete;
      expect(focused(list)?.classList.contains('activity'), `after “${label}”`).to.equal(true);
    }
    await expect(list).to.be.accessible();
    find(list, '.activity .icon-button')?.focus();
    await sendKeys({ press: 'Enter' });
    await list.updateComplete;
    expect(find(list, '.activity')).to.equal(null);
    expect(focused(list)?.localName).to.equal('summary');
  });

  it('that failed can be dismissed', async () => {
    const { list } = await show();
    await select(list, 0);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('Nothing was done'));
    find(list, '.activity .icon-button')?.click();
    await list.updateComplete;
    expect(find(list, '.activity')).to.equal(null);
  });

  it('that nobody answers says so and keeps the selection', async () => {
    const { list } = await show();
    await select(list, 0, 1);
    await request(list, 'tag', 'Winback');
    await waitUntil(() => activity(list).includes('Nothing was done'));
    expect(selectedIds(list)).to.deep.equal([0, 1]);
  });

  it('that is prevented is refused', async () => {
    const { list, page } = await show();
    page.addEventListener('clients-stage-change', (event: ClientsStageChangeEvent) => {
      expect(event.stage).to.equal('trial');
      event.preventDefault();
    });
    await select(list, 0);
    await request(list, 'stage', 'Tri');
    await waitUntil(() => activity(list).includes('does not allow'));
    expect(selectedIds(list)).to.deep.equal([0]);
  });

  it('that runs is stopped by its signal', async () => {
    const { list, page } = await show();
    let event: ClientsEnrollEvent | undefined;
    page.addEventListener('clients-enroll', (asked) => {
      event = asked;
      asked.waitUntil(new Promise(() => undefined));
    });
    await select(list, 0);
    await request(list, 'enroll', 'back');
    await waitUntil(() => event !== undefined);
    expect(event?.sequence).to.equal('w');
    await waitUntil(() => button(list, 'Stop') !== undefined);
    button(list, 'Stop')?.click();
    expect(event?.signal.aborted).to.equal(true);
    await waitUntil(() => activity(list).includes('Stopped'));
  });

  it('for everybody but some carries the rule, and the ids on demand', async () => {
    const { list, page } = await show();
    let event: ClientsTagEvent | undefined;
    page.addEventListener('clients-tag', (asked) => {
      event = asked;
      asked.waitUntil(Promise.resolve());
    });
    await focusFirstRow(list);
    await press(list, 'Control+a', 'Space');
    await request(list, 'tag', 'Winback');
    await waitUntil(() => event !== undefined);
    expect(event?.count).to.equal(499);
    expect(event?.rule).to.deep.include({ mode: 'exclude', exclude: [0] });
    const ids: unknown[] = [];
    for await (const batch of event!.iterateIds()) ids.push(...batch);
    expect(ids.length).to.equal(499);
    expect(ids).not.to.include(0);
  });

  it('of memberships carries both, and the dialog shows both numbers', async () => {
    const { list, page, host } = await mount(4);
    host.result = { ...RESULT, subject: 'membership' };
    host.rows = makePeople(4).map((row, index) => ({
      ...row,
      id: `m${index}`,
      clientId: `c${index >> 1}`,
    }));
    let event: ClientsTagEvent | undefined;
    page.addEventListener('clients-tag', (asked) => {
      event = asked;
      asked.waitUntil(Promise.resolve());
    });
    choose(host, 4);
    await waitUntil(() => rowAt(list, 0) !== null && list.model.allRows !== undefined);
    await select(list, 0, 1, 2);
    find(list, '[data-act=tag]')?.click();
    await list.updateComplete;
    expect(text(list, '.audience')).to.contain('3 memberships of 2 people');
    button(list, 'Cancel')?.click();
    await list.updateComplete;
    await request(list, 'tag', 'Winback');
    await waitUntil(() => event !== undefined);
    expect(event?.subjectIds).to.deep.equal(['m0', 'm1', 'm2']);
    expect(event?.clientIds).to.deep.equal(['c0', 'c1']);
  });

  it('may make a tag only where that is allowed', async () => {
    const { list } = await show();
    await select(list, 0);
    find(list, '[data-act=tag]')?.click();
    await waitUntil(() => find(list, '[role=option]') !== null);
    await sendKeys({ type: 'Spring' });
    await waitUntil(() => text(list, '.options').includes('Create “Spring”'));
    list.allowNewTags = false;
    await list.updateComplete;
    expect(text(list, '.empty-choice')).to.equal('Nothing fits what you typed.');
  });

  it('asks the page for tags once the typing pauses, and gives up what is asked no more', async () => {
    const { list } = await show();
    const asked: { typed: string; signal: AbortSignal }[] = [];
    list.tags = (typed, { signal }) => {
      asked.push({ typed, signal });
      return typed === 'sum' ? Promise.resolve(['Summer']) : new Promise(() => undefined);
    };
    await select(list, 0);
    find(list, '[data-act=tag]')?.click();
    await waitUntil(() => asked.length === 1);
    expect(text(list, '.empty-choice')).to.equal('Searching…');
    const field = find<HTMLInputElement>(list, '#choice')!;
    for (const typed of ['s', 'su', 'sum']) {
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await waitUntil(() => text(list, '.options').includes('Summer'));
    expect(asked.map(({ typed }) => typed)).to.deep.equal(['', 'sum']);
    expect(asked[0]?.signal.aborted).to.equal(true);
    expect(asked[1]?.signal.aborted).to.equal(false);
    button(list, 'Cancel')?.click();
    await list.updateComplete;
    expect(asked[1]?.signal.aborted).to.equal(true);
  });

  it('is not offered where it is not allowed', async () => {
    const { list } = await show();
    list.can = 'tag';
    await list.updateComplete;
    expect(find(list, '[data-act=tag]')).not.to.equal(null);
    expect(find(list, '[data-act=stage]')).to.equal(null);
    list.can = '';
    await list.updateComplete;
    expect(find(list, '.buttons')).to.equal(null);
  });
});
