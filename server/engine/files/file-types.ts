import { fileTypeFromBuffer } from 'file-type';
import { AppError, invalid } from '#shared/errors.ts';
import { extensionOf } from './file-name.ts';
import { pictureSize } from './picture-size.ts';

/** Enough of the beginning to know formats, also those that are archives inside. */
export const sampleBytes = 64 * 1024;
/** What nobody knows or trusts: only ever saved to a disk. */
export const unknownType = 'application/octet-stream';

/** Pictures every browser shows, and which carry no script. */
const pictures: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};
const otherPictures: Record<string, string> = {
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  heif: 'image/heif',
};
/** Types kept by extension, when the content is what such files contain. */
const office = 'application/vnd.openxmlformats-officedocument';
const documents: Record<string, string> = {
  ...pictures,
  ...otherPictures,
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
  zip: 'application/zip',
  gz: 'application/gzip',
  '7z': 'application/x-7z-compressed',
  rar: 'application/x-rar-compressed',
  mp3: 'audio/mpeg',
  m4a: 'audio/x-m4a',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
};
/** How names of files of a type end; undefined where we know no such type. */
export const usualExtension = (type: string): string | undefined =>
  Object.keys(documents).find((extension) => documents[extension] === type);

const texts: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  eml: 'message/rfc822',
  vcf: 'text/vcard',
  ics: 'text/calendar',
};
/** What content detection calls the container of several extensions. */
const containers: Record<string, readonly string[]> = {
  'application/zip': ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'msg'],
};
/** Pictures of more dots than any camera makes are bombs: a kilobyte that unpacks to gigabytes. */
const mostPixels = 250_000_000;

export const shownTypes = new Set([...Object.values(pictures), 'application/pdf']);

export interface FileKind {
  /** Only pictures that a browser shows: for faces, logos and photos. */
  picture?: boolean;
}

/**
 * The type by content, never by what the sender says. A picture must be what its name says; anything else whose name
 * and content do not agree, and everything that could act (pages, drawings with scripts, programs), has no type.
 */
export async function typeOf(
  name: string,
  sample: Uint8Array,
  { picture = false }: FileKind = {},
): Promise<string> {
  const extension = extensionOf(name);
  const found = (await fileTypeFromBuffer(sample).catch(() => undefined))?.mime;
  const expected = documents[extension];
  const claimsPicture = extension in pictures || extension in otherPictures;
  if (claimsPicture && found !== expected) throw new AppError('unsupportedMediaType');
  if (picture && !(extension in pictures)) throw new AppError('unsupportedMediaType');
  if (claimsPicture) checkSize(sample);
  if (expected !== undefined && (found === expected || contains(found, extension))) return expected;
  if (found === undefined && extension in texts && isText(sample))
    return texts[extension] ?? unknownType;
  return unknownType;
}

const contains = (found: string | undefined, extension: string) =>
  found !== undefined && (containers[found]?.includes(extension) ?? false);

function checkSize(sample: Uint8Array): void {
  const size = pictureSize(sample);
  if (size && size.width * size.height > mostPixels)
    throw invalid([{ path: 'file', code: 'tooLarge', params: { max: mostPixels } }]);
}

/** No zero bytes or other controls, so that nothing takes it for a program. */
const isText = (sample: Uint8Array): boolean =>
  !sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
