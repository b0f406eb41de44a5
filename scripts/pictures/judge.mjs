// What becomes of one picture that was taken: it is compared, or becomes the reference.
import { findFault, halve, readPicture, reduceColors } from './picture.mjs';
import { toPng } from './png-file.mjs';
import { readReference, writeDifference, writeReference } from './references.mjs';

/** Compares a picture with its reference; answers what is wrong, undefined where nothing is. */
export function judgePicture(name, bytes) {
  const reference = readReference(name);
  if (!reference) return `${name} has no reference (npm run pictures -- --renew draws it)`;
  const actual = halve(readPicture(bytes));
  const fault = findFault(actual, readPicture(reference));
  if (!fault) return undefined;
  const places = [writeDifference(`${name}.actual`, bytes)];
  if (fault.diff) places.push(writeDifference(`${name}.diff`, toPng(reduceColors(fault.diff))));
  return `${name} ${fault.text}: ${places.join(', ')}`;
}

/** Makes a picture the reference, unless the reference is like it already; answers whether it is new. */
export function renewPicture(name, bytes) {
  const actual = halve(readPicture(bytes));
  const before = readReference(name);
  if (before && !findFault(actual, readPicture(before))) return false;
  writeReference(name, toPng(reduceColors(actual)));
  return true;
}
