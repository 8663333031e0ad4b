export interface Cut {
  x: number;
  y: number;
  size: number;
}

/** The largest square in the middle of a picture. */
export function squareOf(width: number, height: number): Cut {
  const size = Math.min(width, height);
  return { x: Math.floor((width - size) / 2), y: Math.floor((height - size) / 2), size };
}

const side = 512;

/** A square of at most 512 dots, turned the way the camera was held; rejects what is no picture. */
export async function cutToSquare(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const { x, y, size } = squareOf(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(side, size);
  canvas.getContext('2d')?.drawImage(picture, x, y, size, size, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    const taken = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('the picture could not be written'));
    // Drawings keep their clear ground; photographs are much smaller as JPEG.
    if (file.type === 'image/jpeg') canvas.toBlob(taken, 'image/jpeg', 0.9);
    else canvas.toBlob(taken, 'image/png');
  });
}
