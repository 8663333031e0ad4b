import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { defaultTableLimits } from '../read/table.ts';
import { withFile } from '../read/scratch-table.ts';
import { openZipParts } from '../read/xlsx/zip-parts.ts';
import { maxCellLength } from './xlsx-cells.ts';
import type { CellValue, WriteColumn } from './table-column.ts';
import { xlsxWriter } from './write-xlsx.ts';

const columns: WriteColumn[] = [
  { name: 'Tên "khách" & hàng', kind: 'text', width: 40 },
  { name: 'Doanh số', kind: 'number' },
  { name: 'Ngày', kind: 'date' },
];
const book = (rows: CellValue[][], title = 'Khách hàng'): Promise<Buffer> =>
  buffer(Readable.from(rows).pipe(xlsxWriter(columns, { title })));

const open = async (bytes: Buffer): Promise<exceljs.Worksheet> => {
  const workbook = new exceljs.Workbook();
  // Its types know the Buffer of an older Node.
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

it('is a workbook to another reader: bold frozen heading, filter, widths, real numbers and days', async () => {
  const sheet = await open(
    await book([
      ['=1+1', '1250000.5', '2026-11-21'],
      ['', null, undefined],
    ]),
  );
  expect(sheet.name).toBe('Khách hàng');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.autoFilter).toBe('A1:C3');
  expect(sheet.getColumn(1).width).toBe(40);
  expect(sheet.getCell('A1').font.bold).toBe(true);
  expect(sheet.getCell('A1').value).toBe('Tên "khách" & hàng');
  expect(sheet.getCell('A2').value).toBe('=1+1');
  expect(sheet.getCell('B2').value).toBe(1_250_000.5);
  expect(sheet.getCell('C2').value).toEqual(new Date('2026-11-21T00:00:00Z'));
});

it('has no formula in its XML, whatever is written', async () => {
  const bytes = await book([['=HYPERLINK("https://x.test","y")', '=1+1', '=TODAY()']]);
  await withFile(bytes, async (filePath) => {
    const zip = await openZipParts(filePath, defaultTableLimits);
    const pieces: Buffer[] = [];
    for await (const piece of zip.read('xl/worksheets/sheet1.xml')) pieces.push(piece);
    zip.close();
    const xml = Buffer.concat(pieces).toString();
    expect(xml).not.toContain('<f');
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(6);
  });
});

it('makes a sheet name that a spreadsheet accepts', async () => {
  expect((await open(await book([], "'Khách: [VIP] / *mới* ?'"))).name).toBe('Khách   VIP     mới');
  expect((await open(await book([], 'á'.repeat(60)))).name).toHaveLength(31);
  expect((await open(await book([], '[]'))).name).toBe('Sheet1');
});

it('cuts a text at what a cell may hold, not inside a character', async () => {
  const sheet = await open(await book([[`${'x'.repeat(maxCellLength - 2)}👩x`, null, null]]));
  expect(sheet.getCell('A2').value).toBe(`${'x'.repeat(maxCellLength - 2)}…`);
});
