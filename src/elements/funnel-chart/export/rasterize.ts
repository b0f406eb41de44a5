import { FunnelwheelError } from '../../../engine/error.ts';

/** Pixels of the picture for each of the drawing. Source: look.md §4. */
const SCALE = 2;

/**
 * An SVG document as PNG, at twice its size.
 * @throws FunnelwheelError `unsupported` where the page's policy (`img-src`) allows images neither from `blob:` nor from `data:`
 */
export async function rasterize(svg: string, type = 'image/png'): Promise<Blob> {
  const image = await loadImage(svg);
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  if (!blob) throw new FunnelwheelError('unsupported', 'this browser cannot make a picture of this size');
  return blob;
}

async function loadImage(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    // A policy may allow one of the two.
    return await decode(url).catch(() =>
      decode(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
    );
  } catch (cause) {
    const why =
      "the page's policy allows images neither from blob: nor from data: (img-src), so no PNG can be made";
    throw new FunnelwheelError('unsupported', why, { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function decode(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
