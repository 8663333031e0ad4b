import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
/** Colours that a byte can name. */
const most = 256;

/**
 * A picture of a screen with at most 256 colours, each pixel a byte: its rare shades (the edges of letters) become the
 * nearest that are kept. Takes what Chromium writes: eight bits a channel, not interlaced.
 */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, channels, data } = read(png);
  const pixels = unfilter(inflateSync(data), width, height, channels);
  const at = (index: number) =>
    pixels.readUIntBE(index * channels, 3); /* the fourth channel of a screen is full */
  const counts = new Map<number, number>();
  for (let i = 0; i < width * height; i += 1) counts.set(at(i), (counts.get(at(i)) ?? 0) + 1);
  const common = [...counts]
    .toSorted(([a, times], [b, more]) => more - times || a - b)
    .map(([colour]) => colour);
  const palette = apart(common);
  const names = new Map(palette.map((colour, name) => [colour, name]));
  for (const colour of counts.keys())
    if (!names.has(colour)) names.set(colour, nearest(palette, colour));
  // One byte before each line says that the line is not filtered.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + 1 + x] = names.get(at(y * width + x)) ?? 0;
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, name) => colours.writeUIntBE(colour, name * 3, 3));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Read {
  width: number;
  height: number;
  channels: 3 | 4;
  data: Buffer;
}

function read(png: Buffer): Read {
  const parts: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [depth, colourType, interlaced] = [png[24], png[25], png[28]];
  if (depth !== 8 || (colourType !== 2 && colourType !== 6) || interlaced !== 0)
    throw new Error('a picture of an unexpected form');
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels: colourType === 2 ? 3 : 4,
    data: Buffer.concat(parts),
  };
}

/** Takes back the five filters of the format: each byte was written as a difference. */
function unfilter(raw: Buffer, width: number, height: number, channels: number): Buffer {
  const size = width * channels;
  const out = Buffer.alloc(size * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (size + 1)];
    for (let x = 0; x < size; x += 1) {
      const left = x < channels ? 0 : (out[y * size + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * size + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * size + x - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * size + x] = ((raw[y * (size + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The commonest colours that stand apart, as far as it takes for them to be few: a rare blue is kept, a grey more is not. */
function apart(common: readonly number[]): number[] {
  for (let distance = 0; ; distance += 1) {
    const kept: number[] = [];
    for (const colour of common) {
      if (kept.length > most) break;
      if (kept.every((each) => far(each, colour) > distance ** 2)) kept.push(colour);
    }
    if (kept.length <= most) return kept;
  }
}

const far = (one: number, other: number) =>
  [16, 8, 0].reduce(
    (sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2,
    0,
  );

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  palette.forEach((each, name) => {
    if (far(each, colour) < far(palette[best] ?? 0, colour)) best = name;
  });
  return best;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
