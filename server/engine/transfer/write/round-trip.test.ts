import { readFileSync } from 'node:fs';
import { PassThrough, Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTable } from '../read/scratch-table.ts';
import type { CellValue, WriteColumn } from './table-column.ts';
import { csvWriter } from './write-csv.ts';
import { xlsxWriter } from './write-xlsx.ts';

const text = (name: string): WriteColumn => ({ name, kind: 'text' });

const written = async (rows: readonly CellValue[][], writer: Transform): Promise<Buffer> => {
  const [bytes] = await Promise.all([
    buffer(writer),
    pipeline(Readable.from(rows), writer, { end: true }).catch(() => undefined),
  ]);
  return bytes;
};

const tricky = fc.constantFrom(
  '0012',
  '1e5',
  '-12.50',
  '=1+1',
  "'=1+1",
  "''@x",
  '"quoted"',
  'a,b;c\td|e',
  'line\nbreak',
  'line\r\nbreak',
  'old\rmac',
  ' spaced ',
  '\t tab',
  'Nguyễn'.normalize('NFD'),
  '👩‍👩‍👧‍👦 gia đình',
  '_x000D_',
  '_x005F_x000D_',
  '<b>&amp;</b>]]>',
  '\u0001\u001f\u0085\u2028\uFFFE\uFEFF',
  'TRUE',
  '01/02/2026',
  'sep=;',
);
// A file of a database that holds no NUL; any other character may be in a field.
const anyText = fc
  .oneof(tricky, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  .map((value) => value.replaceAll('\0', ''));
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    rows: fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { maxLength: 20 }),
  }),
);

describe('what is written is read back as it was', () => {
  const columns = (width: number): WriteColumn[] => [
    text('Mã'),
    ...Array.from({ length: width }, (_, i) => text(`Cột ${i}`)),
  ];
  const numbered = (rows: string[][]): string[][] => rows.map((row, i) => [`KH-${i}`, ...row]);

  it('CSV, by any delimiter', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
        async ({ width, rows }, delimiter) => {
          const expected = numbered(rows);
          const bytes = await written(expected, csvWriter(columns(width), { delimiter }));
          const read = await readTable(bytes, { headerRow: true });
          expect(read.names).toEqual(columns(width).map((column) => column.name));
          expect(read.rows.map((row) => row.cells)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ width, rows }) => {
        const expected = numbered(rows);
        const bytes = await written(expected, xlsxWriter(columns(width)));
        const read = await readTable(bytes, { headerRow: true });
        expect(read.names).toEqual(columns(width).map((column) => column.name));
        expect(read.rows.map((row) => row.cells)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps numbers, days and truth values what they are in a spreadsheet', async () => {
    const kinds: WriteColumn[] = [
      { name: 'Tiền', kind: 'number' },
      { name: 'Ngày', kind: 'date' },
      { name: 'Lúc', kind: 'dateTime' },
      { name: 'Có', kind: 'boolean' },
    ];
    const rows: CellValue[][] = [
      ['-12.50', '2026-11-21', '2026-11-21T08:30:15', true],
      [0.1, '1900-03-01', '9999-12-31T23:59:59.999', false],
      ['123456789012345678.25', '1899-01-01', '2026-11-21T08:30:00+07:00', null],
    ];
    const { rows: read } = await readTable(await written(rows, xlsxWriter(kinds)), {
      headerRow: true,
    });
    expect(read.map(({ cells, types }) => cells.map((cell, i) => [cell, types?.[i]]))).toEqual([
      [
        ['-12.5', 'number'],
        ['2026-11-21', 'date'],
        ['2026-11-21T08:30:15', 'dateTime'],
        ['true', 'boolean'],
      ],
      [
        ['0.1', 'number'],
        ['1900-03-01', 'date'],
        ['9999-12-31T23:59:59.999', 'dateTime'],
        ['false', 'boolean'],
      ],
      [
        // More than a spreadsheet can count or date: exact as text.
        ['123456789012345678.25', 'string'],
        ['1899-01-01', 'string'],
        ['2026-11-21T08:30:00+07:00', 'string'],
        ['', 'string'],
      ],
    ]);
  });
});

const formulas = z
  .object({ cases: z.array(z.object({ id: z.string(), class: z.string(), payload: z.unknown() })) })
  .parse(JSON.parse(readFileSync('../shared/data/badinput.json', 'utf8')))
  .cases.filter((item) => item.class === 'formula-export')
  .map((item) => ({ id: item.id, payload: z.string().parse(item.payload) }));

describe('formulas', () => {
  it.each(formulas)('$id is inert and comes back', async ({ payload }) => {
    const csv = await written([['KH', payload]], csvWriter([text('Mã'), text('Họ')]));
    const inert = await readTable(csv, { headerRow: true, formulaMarks: 'keep' });
    expect(inert.rows[0]?.cells[1]).not.toMatch(/^[=+\-@\t\r\n]/);
    expect((await readTable(csv, { headerRow: true })).rows[0]?.cells[1]).toBe(payload);

    const xlsx = await written([['KH', payload]], xlsxWriter([text('Mã'), text('Họ')]));
    const { rows } = await readTable(xlsx, { headerRow: true });
    expect([rows[0]?.cells[1], rows[0]?.types?.[1]]).toEqual([payload, 'string']);
  });

  it('marks a heading too, and leaves a number a number', async () => {
    const columns: WriteColumn[] = [text('=x'), { name: 'n', kind: 'number' }];
    const csv = await written(
      [
        ['a', '-12.50'],
        ['b', '=1'],
      ],
      csvWriter(columns),
    );
    expect(csv.toString()).toBe("\uFEFF'=x,n\r\na,-12.50\r\nb,'=1\r\n");
  });
});

describe('streams', () => {
  function* endless(counter: { rows: number }): Generator<CellValue[]> {
    for (;;) yield [`row ${counter.rows++}`, 'x'.repeat(200)];
  }

  it.each([
    ['CSV', () => csvWriter([text('a'), text('b')])],
    ['XLSX', () => xlsxWriter([text('a'), text('b')])],
  ])('%s waits for a reader that does not read', async (_, writer) => {
    const counter = { rows: 0 };
    const stalled = writer();
    const source = Readable.from(endless(counter));
    source.pipe(stalled);
    let seen = -1;
    // The producer has stopped when it stays where it was over many turns of the loop.
    for (let calm = 0; calm < 50; calm = counter.rows === seen ? calm + 1 : 0) {
      seen = counter.rows;
      await new Promise((resolve) => setImmediate(resolve));
    }
    source.destroy();
    stalled.destroy();
    expect(counter.rows).toBeLessThan(5000);
  });

  it.each([
    ['CSV', () => csvWriter([text('a'), text('b')])],
    ['XLSX', () => xlsxWriter([text('a'), text('b')])],
  ])('%s ends its producer when the reader goes away', async (_, writer) => {
    const source = Readable.from(endless({ rows: 0 }));
    const reader = new PassThrough();
    const running = pipeline(source, writer(), reader);
    reader.once('data', () => reader.destroy());
    await expect(running).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    expect(source.destroyed).toBe(true);
  });
});
