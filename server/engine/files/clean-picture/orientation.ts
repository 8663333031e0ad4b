const header = Buffer.from('Exif\0\0', 'latin1');
const orientationTag = 0x0112;
const asShort = 3;

/** Which side is up, 2 to 8, by the first directory of EXIF (CIPA DC-008 §4.6); undefined for the usual one. */
export function orientationOf(content: Buffer): number | undefined {
  if (!content.subarray(0, header.length).equals(header)) return undefined;
  const tiff = content.subarray(header.length);
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const count = short(directory);
    for (let i = 0; i < count; i += 1) {
      const at = directory + 2 + i * 12;
      if (short(at) !== orientationTag) continue;
      const value = short(at + 8);
      return value >= 2 && value <= 8 ? value : undefined;
    }
  } catch {
    // Not as it should be, so it says nothing.
  }
  return undefined;
}

/** A segment that says which side is up and nothing else. */
export function exifWith(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(asShort, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + header.length + tiff.length]);
  return Buffer.concat([head, header, tiff]);
}
