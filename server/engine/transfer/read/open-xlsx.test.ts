import { describe, expect, it } from 'vitest';
import { z } from 'zod';
// @ts-expect-error the generator of the bad files is plain JavaScript
import * as generator from '../../../../../shared/data/badinput-gen.mjs';
import { openTable } from './open-table.ts';
import { allRows, readTable, withFile } from './scratch-table.ts';
import { meaningOfFormat } from './xlsx/read-styles.ts';
import { serialToText } from './xlsx/serial-date.ts';

interface Part {
  name: string;
  data: string;
}
const { zip } = z.object({ zip: z.custom<(parts: Part[]) => Buffer>() }).parse({ ...generator });

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as another program may write it: prefixes, absolute targets, strings after sheets. */
function workbook(
  sheets: { name: string; state?: string; xml: string }[],
  { strings = '', styles = '', properties = '' } = {},
): Buffer {
  return zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="r" Type="${relation}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    },
    ...sheets.map(({ xml }, i) => ({
      name: `xl/worksheets/s${i}.xml`,
      data: `<x:worksheet><x:sheetData>${xml}</x:sheetData></x:worksheet>`.replace(
        /<(\/?)(row|c|v|is|t|f|r|rPh)\b/g,
        '<$1x:$2',
      ),
    })),
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="x">${properties}<sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" state="${state ?? 'visible'}" r:id="s${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets
        .map(
          (_, i) =>
            `<Relationship Id="s${i}" Type="${relation}/worksheet" Target="/xl/worksheets/s${i}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="t" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', data: `<styleSheet>${styles}</styleSheet>` },
    { name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` },
  ]);
}

const styles =
  '<numFmts><numFmt numFmtId="170" formatCode="0000000000"/><numFmt numFmtId="171" formatCode="[$-42A]dd/mm/yyyy\\ hh:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="20"/><xf numFmtId="170"/></cellXfs>';
const heading = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
const strings =
  '<si><t>Tên</t></si><si><r><t>Giá </t></r><r><t>trị</t></r><rPh><t>x</t></rPh></si>';

const valueOf = async (cell: string, properties = ''): Promise<unknown> => {
  const xml = `${heading}<row r="2"><c r="A2" t="str"><v>x</v></c>${cell}</row>`;
  const { rows, names } = await readTable(
    workbook([{ name: 'S', xml }], { strings, styles, properties }),
    { headerRow: true },
  );
  expect(names).toEqual(['Tên', 'Giá trị']);
  return [rows[0]?.cells[1], rows[0]?.types?.[1]];
};

describe('cells', () => {
  it.each([
    ['<c r="B2"><v>1.1000000000000001</v></c>', '1.1', 'number'],
    ['<c r="B2"><v>1E+20</v></c>', '100000000000000000000', 'number'],
    ['<c r="B2"><v>912345678</v></c>', '912345678', 'number'],
    ['<c r="B2" s="4"><v>912345678</v></c>', '0912345678', 'string'],
    ['<c r="B2" s="1"><v>46347</v></c>', '2026-11-21', 'date'],
    ['<c r="B2" s="2"><v>46347.5</v></c>', '2026-11-21T12:00:00', 'dateTime'],
    ['<c r="B2" s="3"><v>0.354166666666667</v></c>', '08:30:00', 'time'],
    ['<c r="B2" t="d"><v>2026-11-21T00:00:00Z</v></c>', '2026-11-21', 'date'],
    ['<c r="B2" t="b"><v>1</v></c>', 'true', 'boolean'],
    ['<c r="B2" t="e"><v>#N/A</v></c>', '#N/A', 'error'],
    ['<c r="B2" t="str"><f>1+1</f><v>hai</v></c>', 'hai', 'string'],
    ['<c r="B2"><f>40+2</f><v>42</v></c>', '42', 'number'],
    [
      '<c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>',
      'a b',
      'string',
    ],
    ['<c t="inlineStr"><is><t>01/02/2026</t></is></c>', '01/02/2026', 'string'],
    ['<c r="B2" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>', 'a\rb_x000D_', 'string'],
  ])('%s is %s (%s)', async (cell, text, type) => {
    expect(await valueOf(cell)).toEqual([text, type]);
  });

  it('counts days from 1904 when the workbook does', async () => {
    const properties = '<workbookPr date1904="1"/>';
    expect(await valueOf('<c r="B2" s="1"><v>44885</v></c>', properties)).toEqual([
      '2026-11-21',
      'date',
    ]);
  });
});

describe('serial days', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [2_958_465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
  ])('%s (from 1904: %s) is %s', (serial, base1904, text) => {
    expect(serialToText(serial, base1904)).toEqual({ type: 'date', text });
  });

  it('refuses days outside the calendar and rounds up to a whole day', () => {
    expect(serialToText(-1, false)).toBeUndefined();
    expect(serialToText(2_958_466, false)).toBeUndefined();
    expect(serialToText(46_346.999999999, false)).toEqual({ type: 'date', text: '2026-11-21' });
  });
});

it.each([
  ['dd/mm/yyyy', { as: 'date' }],
  ['[$-F800]dddd\\,\\ mmmm\\ dd', { as: 'date' }],
  ['mmm', { as: 'date' }],
  ['[h]:mm', { as: 'time' }],
  ['mm:ss', { as: 'time' }],
  ['#,##0" đ"', { as: 'number' }],
  ['#,##0_d;[Red]-#,##0', { as: 'number' }],
  ['General', { as: 'number' }],
  ['0000', { as: 'padded', digits: 4 }],
])('the number format %s means %j', (code, meaning) => {
  expect(meaningOfFormat(code)).toEqual(meaning);
});

describe('sheets and rows', () => {
  const row = (n: number, text: string): string =>
    `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${n}"><v>${n}</v></c></row>`;
  const long = heading + Array.from({ length: 1300 }, (_, i) => row(i + 2, 'x')).join('');
  const book = workbook(
    [
      { name: 'Empty', xml: '' },
      { name: 'Old', state: 'hidden', xml: heading + row(2, 'old') },
      { name: 'Now', xml: long },
    ],
    { strings },
  );

  it('takes the first visible sheet with rows, or the one asked for', async () => {
    const first = await readTable(book);
    expect(first.reader).toMatchObject({
      sheet: 'Now',
      sheets: [
        { name: 'Empty', hidden: false },
        { name: 'Old', hidden: true },
        { name: 'Now', hidden: false },
      ],
    });
    expect((await readTable(book, { sheet: 'Old' })).rows[0]?.cells).toEqual(['old', '2']);
    await expect(readTable(book, { sheet: 'Gone' })).rejects.toMatchObject({
      extra: { reason: 'noSuchSheet' },
    });
  });

  it('gives chunks of at most 500 rows, from any row on, any number of times', async () => {
    await withFile(book, async (filePath) => {
      const reader = await openTable(filePath);
      const sizes: number[] = [];
      for await (const chunk of reader.rows()) sizes.push(chunk.length);
      expect(sizes).toEqual([500, 500, 300]);
      expect((await allRows(reader, 1300)).map((found) => found.rowNumber)).toEqual([1300, 1301]);
      for await (const chunk of reader.rows()) {
        expect(chunk[0]?.rowNumber).toBe(2);
        break;
      }
      expect(await reader.countRows()).toBe(1300);
      await reader.close();
      await expect(allRows(reader)).rejects.toMatchObject({ code: 'unavailable' });
    });
  });
});
