import { exifWith, orientationOf } from './orientation.ts';

const soi = 0xffd8;
const eoi = 0xffd9;
const sos = 0xffda;
const comment = 0xfffe;
const isApplication = (marker: number) => marker >= 0xffe1 && marker <= 0xffef;
/** How colours are meant: by a profile, or as Adobe's programs mark them. */
const isColour = (marker: number, content: Buffer) =>
  (marker === 0xffe2 && content.subarray(0, 12).toString('latin1') === 'ICC_PROFILE\0') ||
  marker === 0xffee;

/**
 * Segment by segment (ITU T.81 annex B), without comments and what cameras and programs note: place, time, owner, a small
 * copy. Only which side is up stays. What follows the end is left out.
 */
export function cleanJpeg(bytes: Buffer): Buffer {
  if (bytes.readUInt16BE(0) !== soi) throw new RangeError('no start');
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; ;) {
    const marker = bytes.readUInt16BE(at);
    if (marker < 0xff01) throw new RangeError('no marker');
    if (marker === 0xffff) {
      // Any number of these may stand before a marker.
      at += 1;
      continue;
    }
    if (marker === eoi) return Buffer.concat([...parts, bytes.subarray(at, at + 2)]);
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, next);
    if (next > bytes.length) throw new RangeError('a segment is cut short');
    const stop = marker === sos ? endOfScan(bytes, next) : next;
    const orientation = marker === 0xffe1 ? orientationOf(content) : undefined;
    if (orientation !== undefined) parts.push(exifWith(orientation));
    else if (marker !== comment && (!isApplication(marker) || isColour(marker, content)))
      parts.push(bytes.subarray(at, stop));
    at = stop;
  }
}

/** Where the next marker stands: in a scan, FF is followed by 00, or by the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes.readUInt8(at + 1);
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at;
  }
  throw new RangeError('a scan is cut short');
}
