// A picture in memory, made small: half the size, and few colours. Four widths in four looks of every scenario would
// else be too much for a repository; a label that moves by one pixel still changes every one of its edges.
import { PNG } from 'pngjs';

/** @typedef {{width: number, height: number, pixels: Uint32Array}} Picture pixels: 0xRRGGBB */

/**
 * How far a colour of a reference may be from what was seen, as a distance in RGB: the first of these that leaves no
 * more colours than four bits hold, or the last.
 */
const PALETTE_RADII = [12, 24, 36, 48];
const PALETTE_SIZE = 16;

/** How far two colours may be apart before their pixels differ: a little more than references are off. */
const SAME_COLOR = 64;

/** How many pixels may differ: far fewer than a label moved by one pixel makes. */
export const TOLERATED_PIXELS = 8;

/** @returns {Picture} of the bytes of a PNG file */
export function readPicture(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = data.readUInt32BE(at * 4) >>> 8;
  return { width, height, pixels };
}

/** The mean of four colours, by channel. */
function mix(a, b, c, d) {
  const redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
  const green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00);
  return ((redBlue >>> 2) & 0xff00ff) | ((green >>> 2) & 0xff00);
}

/** Half as wide, half as high. @returns {Picture} */
export function halve({ width, height, pixels }) {
  const half = { width: width >> 1, height: height >> 1 };
  const mixed = new Uint32Array(half.width * half.height);
  for (let y = 0; y < half.height; y += 1)
    for (let x = 0; x < half.width; x += 1) {
      const at = 2 * y * width + 2 * x;
      mixed[y * half.width + x] = mix(pixels[at], pixels[at + 1], pixels[at + width], pixels[at + width + 1]);
    }
  return { ...half, pixels: mixed };
}

/** The square of the distance of two colours in RGB. */
function squareDistance(one, other) {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function findNearest(color, colors) {
  let nearest = 0;
  for (let index = 1; index < colors.length; index += 1)
    if (squareDistance(color, colors[index]) < squareDistance(color, colors[nearest])) nearest = index;
  return nearest;
}

/** The colours of a picture, the most used first. */
function rankColors(pixels) {
  const uses = new Map();
  for (const color of pixels) uses.set(color, (uses.get(color) ?? 0) + 1);
  return [...uses].sort((one, other) => other[1] - one[1]).map(([color]) => color);
}

/** Few of the ranked colours: none of the others is further than `radius` from one of them. */
function chooseColors(ranked, radius) {
  const colors = [];
  for (const color of ranked)
    if (!colors.some((kept) => squareDistance(kept, color) <= radius ** 2)) colors.push(color);
  return colors;
}

function makePalette(ranked) {
  let colors = [];
  for (const radius of PALETTE_RADII) {
    colors = chooseColors(ranked, radius);
    if (colors.length <= PALETTE_SIZE) break;
  }
  return colors;
}

/** Few colours, each the nearest to what it stands for; the most used stay as they are. */
export function reduceColors({ width, height, pixels }) {
  const ranked = rankColors(pixels);
  const colors = makePalette(ranked);
  const indexOf = new Map(ranked.map((color) => [color, findNearest(color, colors)]));
  return { width, height, colors, indices: Uint8Array.from(pixels, (color) => indexOf.get(color)) };
}

/**
 * What is wrong with a picture, measured by its reference; undefined where they are alike. `diff` shows the pixels
 * that differ in red on what was seen.
 * @param {Picture} actual
 * @param {Picture} reference
 * @returns {{text: string, diff?: Picture} | undefined}
 */
export function findFault(actual, reference) {
  const { width, height } = actual;
  if (width !== reference.width || height !== reference.height)
    return { text: `is ${width} × ${height} px, its reference ${reference.width} × ${reference.height} px` };
  const diff = { width, height, pixels: actual.pixels.slice() };
  let count = 0;
  actual.pixels.forEach((color, at) => {
    if (squareDistance(color, reference.pixels[at]) <= SAME_COLOR ** 2) return;
    diff.pixels[at] = 0xff0000;
    count += 1;
  });
  return count > TOLERATED_PIXELS ? { text: `differs in ${count} pixels`, diff } : undefined;
}
