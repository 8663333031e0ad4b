const signatureBytes = 8;
/** What a still picture consists of; texts, times, EXIF and whatever programs put there are not among it. */
const kept = new Set(
  ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'iCCP'].map(codeOf),
);
const end = codeOf('IEND');

function codeOf(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE();
}

/** Chunk by chunk (ISO/IEC 15948 §5.3); what follows the end is left out. */
export function cleanPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, signatureBytes)];
  for (let at = signatureBytes; ;) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const kind = bytes.readUInt32BE(at + 4);
    if (next > bytes.length) throw new RangeError('a chunk is cut short');
    if (kept.has(kind)) parts.push(bytes.subarray(at, next));
    if (kind === end) return Buffer.concat(parts);
    at = next;
  }
}
