import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { extensionOf, shownName } from './file-name.ts';
import { typeOf, unknownType } from './file-types.ts';
import { pictureSize } from './picture-size.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const gif = bytes(
  '474946383961 0a00 1400 800000 000000 ffffff 2c00000000 0100 0100 00 02024401003b',
);
const jpeg = bytes(
  'ffd8 ffe0 0010 4a464946000101000001000100 00 ffc0 0011 08 0014 000a 03 012200 021101 031101 ffd9',
);
const webp = bytes(
  '52494646 24000000 57454250 56503858 0a000000 00000000 090000 130000 00000000000000000000',
);
let sheet: Buffer;
beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('A').addRow(['x']);
  sheet = Buffer.from(await book.xlsx.writeBuffer());
});

describe('the type of a file', () => {
  it.each([
    ['a.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf'],
    ['a.csv', Buffer.from('tên,số\nĐức,1\n'), 'text/csv'],
    ['a.TXT', Buffer.from('xin chào'), 'text/plain'],
    ['a.gif', gif, 'image/gif'],
    ['a.jpeg', jpeg, 'image/jpeg'],
    ['a.webp', webp, 'image/webp'],
    ['a.txt', Buffer.from('MZ\u0000\u0001'), unknownType],
    ['a.csv', gif, unknownType],
    ['a.pdf', Buffer.from('<html>'), unknownType],
    ['a.html', Buffer.from('<html>'), unknownType],
    ['a.xml', Buffer.from('<?xml version="1.0"?><x/>'), unknownType],
    ['a.js', Buffer.from('alert(1)'), unknownType],
    ['a', Buffer.from('x'), unknownType],
    ['constructor', Buffer.from('x'), unknownType],
    ['a.constructor', Buffer.from('x'), unknownType],
    ['a.txt', Buffer.alloc(0), 'text/plain'],
  ])('%s', async (name, content, type) => {
    expect(await typeOf(name, content)).toBe(type);
  });

  it('of a workbook is known by what the archive holds', async () => {
    expect(await typeOf('a.xlsx', sheet)).toContain('spreadsheetml');
    expect(await typeOf('a.docx', sheet)).toBe(unknownType);
  });

  it.each([
    ['a.png', gif],
    ['a.jpg', Buffer.from('<script>')],
    ['a.heic', jpeg],
  ])('of a picture must be what %s says', async (name, content) => {
    await expect(typeOf(name, content)).rejects.toMatchObject({ code: 'unsupportedMediaType' });
  });

  it('of a face or logo is a picture that browsers show', async () => {
    expect(await typeOf('a.gif', gif, { picture: true })).toBe('image/gif');
    for (const [name, content] of [
      ['a.pdf', Buffer.from('%PDF-1.7')],
      ['a.svg', Buffer.from('<svg/>')],
      ['a.xlsx', sheet],
    ] as const)
      await expect(typeOf(name, content, { picture: true })).rejects.toMatchObject({
        code: 'unsupportedMediaType',
      });
  });
});

it('reads the size of a picture from its head, and nothing from half a head', () => {
  for (const picture of [gif, jpeg, webp]) {
    expect(pictureSize(picture)).toEqual({ width: 10, height: 20 });
    for (let cut = 0; cut < 6; cut += 1)
      expect(pictureSize(picture.subarray(0, cut))).toBeUndefined();
  }
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Temp\\Hợp đồng.pdf', 'Hợp đồng.pdf'],
  ['a\u0000b\r\n.txt', 'ab .txt'],
  ['hoa\u0300.txt', 'hoà.txt'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['.htaccess', 'htaccess'],
  ['a.png ', 'a.png'],
  ['a"<b>.png', 'a__b_.png'],
  ['...', 'file'],
  ['', 'file'],
  ['\ud800x.txt', 'x.txt'],
])('shows %j as %j', (given, shown) => {
  expect(shownName(given)).toBe(shown);
});

it('shortens a long name and keeps its ending', () => {
  const name = shownName(`${'ă'.repeat(400)}.docx`);
  expect([...name]).toHaveLength(255);
  expect(extensionOf(name)).toBe('docx');
});
