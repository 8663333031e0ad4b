import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { cleanPicture } from './index.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const secret = Buffer.from('10.7769N 106.7009E');

const chunk = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
};
const pngHead = hex('89504e470d0a1a0a');
const ihdr = chunk('IHDR', hex('0000000a 00000014 08 06 00 00 00'));
const idat = chunk('IDAT', hex('789c 0300'));
const iend = chunk('IEND', Buffer.alloc(0));

const segment = (marker: string, content: Buffer) => {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(content.length + 2);
  return Buffer.concat([hex(marker), size, content]);
};
/** EXIF as a camera writes it: an orientation, and something it should not tell. */
const exif = (orientation: number) => {
  const size = secret.length.toString(16).padStart(2, '0');
  const side = orientation.toString(16).padStart(2, '0');
  const directory = hex(
    `49492a00 08000000 0200 0f01 0200 ${size}000000 26000000 1201 0300 01000000 ${side}000000 00000000`,
  );
  const tiff = Buffer.concat([directory, secret]);
  return segment('ffe1', Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
};
const jfif = segment('ffe0', hex('4a46494600 0101 00 0001 0001 00 00'));
const frame = segment('ffc0', hex('08 0014 000a 03 012200 021101 031101'));
const scan = Buffer.concat([
  segment('ffda', hex('03 01 00 02 11 03 11 00 3f 00')),
  hex('aa ff00 bb ffd0 cc'),
]);

const riff = (...chunks: Buffer[]) => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.from('RIFF0000', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};
const part = (name: string, content: Buffer) => {
  const head = Buffer.from(`${name}0000`, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};
const size = hex('000000 090000 130000');

describe('a picture', () => {
  it('of PNG keeps its dots and loses texts, EXIF and what stands behind its end', () => {
    const noted = [chunk('tEXt', secret), chunk('eXIf', secret), chunk('prVt', secret)];
    const bytes = Buffer.concat([pngHead, ihdr, ...noted, idat, iend, secret]);
    expect(cleanPicture('image/png', bytes)).toEqual(Buffer.concat([pngHead, ihdr, idat, iend]));
  });

  it('of JPEG keeps which side is up and loses the rest of EXIF, comments and the tail', () => {
    const head = [hex('ffd8'), jfif];
    const noted = [segment('fffe', secret), segment('ffed', secret)];
    const body = [frame, scan, segment('ffc4', hex('00')), scan, hex('ffd9')];
    const clean = cleanPicture(
      'image/jpeg',
      Buffer.concat([...head, exif(6), ...noted, ...body, secret]),
    );
    expect(clean.includes(secret)).toBe(false);
    const up = hex(
      'ffe1 0022 457869660000 4d4d002a 00000008 0001 0112 0003 00000001 0006 0000 00000000',
    );
    expect(clean).toEqual(Buffer.concat([...head, up, ...body]));
    expect(cleanPicture('image/jpeg', Buffer.concat([...head, exif(1), ...body]))).toEqual(
      Buffer.concat([...head, ...body]),
    );
    const profile = segment('ffe2', Buffer.from('ICC_PROFILE\0xyz', 'latin1'));
    const coloured = Buffer.concat([...head, profile, ...body]);
    expect(cleanPicture('image/jpeg', coloured)).toEqual(coloured);
  });

  it('of WebP keeps its dots, and says no longer that there is more', () => {
    const dots = part('VP8L', hex('2f 00 00'));
    const bytes = riff(
      part('VP8X', Buffer.concat([hex('0c 000000'), size.subarray(3)])),
      dots,
      part('EXIF', secret),
      part('XMP ', secret),
    );
    expect(cleanPicture('image/webp', Buffer.concat([bytes, secret]))).toEqual(
      riff(part('VP8X', Buffer.concat([hex('00 000000'), size.subarray(3)])), dots),
    );
  });

  it('that is cut short or none is refused, whatever its bytes are', () => {
    const whole = {
      'image/png': Buffer.concat([pngHead, ihdr, idat, iend]),
      'image/jpeg': Buffer.concat([hex('ffd8'), exif(3), frame, scan, hex('ffd9')]),
      'image/webp': riff(part('VP8L', hex('2f 00'))),
    };
    for (const [type, bytes] of Object.entries(whole))
      for (let length = 0; length < bytes.length; length += 1)
        expect(() => cleanPicture(type, bytes.subarray(0, length))).toThrow(AppError);
    expect(() => cleanPicture('image/svg+xml', Buffer.from('<svg/>'))).toThrow(AppError);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(whole)),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        ([type, bytes], changes) => {
          const broken = Buffer.from(bytes);
          for (const [at, byte] of changes) broken[at % broken.length] = byte;
          try {
            expect(cleanPicture(type, broken).length).toBeLessThanOrEqual(broken.length);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
    );
  });
});
