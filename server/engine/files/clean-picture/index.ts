import { AppError } from '#shared/errors.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const cleaners: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
  'image/webp': cleanWebp,
};

/**
 * The picture alone, without what was noted in it (place, time, device, owner) and without anything hidden behind its
 * end. The dots stay as they are: nothing is unpacked here, so a picture made to fill the memory cannot.
 */
export function cleanPicture(type: string, bytes: Buffer): Buffer {
  const clean = cleaners[type];
  if (!clean) throw new AppError('unsupportedMediaType');
  try {
    return clean(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('unsupportedMediaType', { cause: error });
    throw error;
  }
}
