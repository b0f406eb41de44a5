// What is done to the page of a million people, one act after the other. Each answers when what it asked for is shown.

/** Runs in the page: waits, frame by frame, until something holds. */
const WAIT = `(test) => new Promise((resolve, reject) => {
  const end = performance.now() + 60000;
  const look = () => {
    if (test()) return requestAnimationFrame(() => resolve());
    if (performance.now() > end) return reject(new Error('it never came: ' + test));
    requestAnimationFrame(look);
  };
  look();
})`;

/** Runs in the page: the two elements, the grid of the list, one of its rows, whether the row's person is there. */
const PARTS = `
  const chart = document.querySelector('funnel-chart');
  const list = document.querySelector('funnel-step-drilldown');
  const grid = () => list.shadowRoot.querySelector('.grid');
  const row = (index) => list.shadowRoot.querySelector('.grid [data-row="' + index + '"]');
  const isHere = (index) => row(index) !== null && !row(index).classList.contains('placeholder');
  const focusCell = (index) => {
    const cell = row(index).querySelector('[role=rowheader]');
    (cell.querySelector('button') ?? cell).focus();
  };
  const wait = ${WAIT};
`;

/** @param {import('playwright-core').Page} page */
const inPage = (page, code) => page.evaluate(`(async () => { ${PARTS} ${code} })()`);

const loaded = `const told = new Promise((resolve) => chart.addEventListener('funnel-load', resolve, { once: true }));`;

/** Turns the wheel as a hand does: a notch every other frame. */
async function turnWheel(page, notches) {
  const { x, y } = await inPage(
    page,
    `const { left, top } = grid().getBoundingClientRect(); return { x: left + 200, y: top + 200 };`,
  );
  await page.mouse.move(x, y);
  for (let notch = 0; notch < notches; notch += 1) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(33);
  }
}

/** @returns {{name: string, run: (page: import('playwright-core').Page) => Promise<unknown>}[]} */
export function listActs(people) {
  const last = people - 1;
  return [
    {
      name: 'load, up to the first answer',
      run: (page) => inPage(page, `await wait(() => chart?.result !== undefined);`),
    },
    {
      name: 'filter of the first step',
      run: (page) =>
        inPage(page, `${loaded} chart.filters = { lead: { source: ['website', 'friend'] } }; await told;`),
    },
    { name: 'filter cleared', run: (page) => inPage(page, `${loaded} chart.filters = {}; await told;`) },
    {
      name: 'breakdown by source',
      run: (page) => inPage(page, `${loaded} chart.breakdown = 'source'; await told;`),
    },
    {
      name: 'breakdown cleared',
      run: (page) => inPage(page, `${loaded} chart.breakdown = undefined; await told;`),
    },
    {
      name: 'list opened',
      run: (page) =>
        inPage(
          page,
          `chart.shadowRoot.querySelector('[part~=count] button').click(); await wait(() => isHere(0));`,
        ),
    },
    { name: 'wheel, 60 notches', run: (page) => turnWheel(page, 60) },
    {
      name: 'scrollbar dragged to the end',
      run: (page) =>
        inPage(
          page,
          `const end = grid().scrollHeight - grid().clientHeight;
          for (let frame = 1; frame <= 60; frame += 1) {
            grid().scrollTop = (end * frame) / 60;
            // Behind the frame, as a hand moves: before it, this alone would have the rows laid out.
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          }
          await wait(() => isHere(${last}));`,
        ),
    },
    {
      name: 'Ctrl+Home, then Ctrl+End',
      run: async (page) => {
        await inPage(page, `focusCell(${last});`);
        await page.keyboard.press('Control+Home');
        await inPage(page, `await wait(() => isHere(0));`);
        await page.keyboard.press('Control+End');
        await inPage(page, `await wait(() => isHere(${last}));`);
      },
    },
    {
      name: 'sorted by name',
      run: (page) =>
        inPage(
          page,
          `list.shadowRoot.querySelector('[role=columnheader][data-column=name] button').click();
          await wait(() => list.model.getState(0) === 'ready' && isHere(0));`,
        ),
    },
    {
      name: 'searched',
      run: async (page) => {
        await inPage(page, `list.shadowRoot.querySelector('input[type=search]').focus();`);
        await page.keyboard.type('zoe nguyen', { delay: 30 });
        await inPage(
          page,
          `await wait(() => list.model.total !== undefined && list.model.total < ${people} && isHere(0));`,
        );
      },
    },
    {
      name: 'search cleared',
      run: async (page) => {
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Delete');
        await inPage(page, `await wait(() => list.model.total === ${people} && isHere(0));`);
      },
    },
    {
      name: 'all selected, but three',
      run: async (page) => {
        await inPage(page, `focusCell(2);`);
        await page.keyboard.press('Control+a');
        for (let index = 0; index < 3; index += 1) {
          await page.keyboard.press('Space');
          await page.keyboard.press('ArrowDown');
        }
        await inPage(
          page,
          `const text = () => list.shadowRoot.querySelector('.selected-count').textContent.replace(/\\D/g, '');
          await wait(() => text() === '${people - 3}');`,
        );
      },
    },
  ];
}
