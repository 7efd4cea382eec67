import type { Chart } from '../../../../charts';
import { svgText } from '../../../../charts';

/** Pixels of the picture for each pixel of the chart: sharp on paper and on dense screens. */
const DENSITY = 2;

/**
 * A chart as a PNG picture on a light ground.
 *
 * @throws Error when the page cannot draw it.
 */
export async function pngOf(chart: Chart): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(chart))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = chart.width * DENSITY;
  canvas.height = chart.height * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be drawn.'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** The bytes of a blob as Base64, for messages. */
export async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
