// Writing a picture of few colours as a small PNG file: a palette, four bits a pixel where they suffice.
import { deflateSync } from 'node:zlib';

/** @typedef {{width: number, height: number, indices: Uint8Array, colors: number[]}} IndexedPicture colors: 0xRRGGBB */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The lines of a picture as PNG has them: each starts with its filter; none fits indices best. */
function packLines({ width, height, indices }, bits) {
  const perByte = 8 / bits;
  const lineLength = 1 + Math.ceil(width / perByte);
  const lines = Buffer.alloc(lineLength * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shift = 8 - bits - (x % perByte) * bits;
      lines[y * lineLength + 1 + Math.floor(x / perByte)] |= indices[y * width + x] << shift;
    }
  return lines;
}

/** @param {IndexedPicture} picture of at most 256 colours */
export function toPng(picture) {
  const { width, height, colors } = picture;
  if (colors.length > 256) throw new Error(`${colors.length} colours do not fit a palette`);
  const bits = colors.length <= 16 ? 4 : 8;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Each pixel is an index of the palette; the usual compression and filters, not interlaced.
  header.set([bits, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    SIGNATURE,
    toChunk('IHDR', header),
    toChunk('PLTE', palette),
    toChunk('IDAT', deflateSync(packLines(picture, bits), { level: 9, memLevel: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function computeCrc(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function toChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(computeCrc(body), body.length + 4);
  return chunk;
}
