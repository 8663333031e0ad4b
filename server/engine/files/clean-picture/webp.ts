const riffHead = 12;
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
/** In the flags of VP8X. */
const saysExif = 0x08;
const saysXmp = 0x04;

/** Chunk by chunk (RFC 9649 §2.3), without EXIF, XMP and what is unknown. */
export function cleanWebp(bytes: Buffer): Buffer {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new RangeError('the file is cut short');
  const parts: Buffer[] = [];
  for (let at = riffHead; at < end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    // Chunks begin at even places.
    const next = at + 8 + size + (size % 2);
    if (next > end) throw new RangeError('a chunk is cut short');
    const chunk = Buffer.from(bytes.subarray(at, next));
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~(saysExif | saysXmp), 8);
    if (kept.has(name)) parts.push(chunk);
    at = next;
  }
  if (parts.length === 0) throw new RangeError('there is no picture');
  const head = Buffer.from(bytes.subarray(0, riffHead));
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
