import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { shrinkPng } from './shrink-png.ts';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunk(type: string, content: readonly number[] | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content)]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(body.length - 4, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const picture = (width: number, height: number, lines: readonly number[]) =>
  Buffer.concat([
    signature,
    chunk('IHDR', [0, 0, width >> 8, width & 255, 0, 0, 0, height, 8, 2, 0, 0, 0]),
    chunk('IDAT', deflateSync(Buffer.from(lines))),
    chunk('IEND', []),
  ]);

/** Each pixel's colour, of what is written with a palette and without filters. */
function coloursOf(png: Buffer): number[] {
  const find = (type: string) => {
    const at = png.indexOf(type, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const width = find('IHDR').readUInt32BE(0);
  const palette = find('PLTE');
  return [...inflateSync(find('IDAT'))].flatMap((name, at) =>
    at % (width + 1) === 0 ? [] : [palette.readUIntBE(name * 3, 3)],
  );
}

it('keeps each pixel of a picture with few colours, whatever its lines were filtered by', () => {
  const lines = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 1, 1, 1],
    [2, 1, 0, 0, 0, 1, 0],
    [3, 0, 0, 0, 0, 0, 0],
    [4, 0, 0, 0, 0, 0, 0],
  ];
  expect(coloursOf(shrinkPng(picture(2, 5, lines.flat())))).toEqual([
    0x0a141e, 0x28323c, 0x0a141e, 0x0b151f, 0x0b141e, 0x0b161f, 0x050a0f, 0x081017, 0x050a0f,
    0x081017,
  ]);
});

it('keeps the one blue among more greys than there is room for', () => {
  const greys = Array.from({ length: 255 }, (_, x) => [x, x, x]);
  const nearby = greys.map(([x = 0]) => [x, x, x + 1]);
  const line = [...greys, ...nearby];
  const width = line.length + 1;
  const all = [0, ...line.flat(), 0, 0, 255, 0, ...line.flat(), 0, 0, 0];
  const found = coloursOf(shrinkPng(picture(width, 2, all)));
  expect(new Set(found).size).toBeLessThanOrEqual(256);
  expect(found[line.length]).toBe(0x0000ff);
});
