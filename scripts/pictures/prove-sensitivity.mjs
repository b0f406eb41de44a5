/* global document */
// Shows that the comparison sees a label that moved by one pixel: else the pictures would prove nothing.
import { findFault, halve, readPicture, reduceColors } from './picture.mjs';
import { toPng } from './png-file.mjs';

const SCENARIO = 'chart-plain';
const LABEL = '.row .name';

/** Moves the first label of every chart by CSS pixels. */
function moveLabels([selector, x, y]) {
  for (const element of document.querySelectorAll('funnel-chart')) {
    const label = element.shadowRoot.querySelector(selector);
    if (!label) throw new Error(`nothing matches ${selector}`);
    label.style.position = 'relative';
    label.style.left = `${x}px`;
    label.style.top = `${y}px`;
  }
}

/** Steps by which a label is moved: one pixel to every side, and back to where it was. */
const SHIFTS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/** What is wrong with the comparison; nothing where it sees every shift, and no difference where there is none. */
export async function findBlindness(stage) {
  const take = async (x, y) => {
    await stage.evaluate(moveLabels, [LABEL, x, y]);
    return halve(readPicture(await stage.take('light')));
  };
  await stage.show(SCENARIO);
  const reference = readPicture(toPng(reduceColors(await take(0, 0))));
  const faults = [];
  for (const [x, y] of SHIFTS) {
    if (findFault(await take(x, y), reference)) continue;
    faults.push(`a label moved by ${x}, ${y} px is not seen`);
  }
  if (findFault(await take(0, 0), reference)) faults.push('the same scene twice is not alike');
  return faults;
}
