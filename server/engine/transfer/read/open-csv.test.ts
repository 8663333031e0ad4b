import { describe, expect, it } from 'vitest';
import { openTable } from './open-table.ts';
import { allRows, readTable, withFile } from './scratch-table.ts';

const cellsOf = async (...args: Parameters<typeof readTable>): Promise<string[][]> =>
  (await readTable(...args)).rows.map((row) => row.cells);

/** windows-1258 as Windows writes it: a base letter and, where it has no code of its own, a tone. */
function encode1258(text: string): Buffer {
  const table = new Map<string, number>();
  const decoder = new TextDecoder('windows-1258');
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Buffer.from([byte])), byte);
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const own = table.get(letter);
    if (own !== undefined) {
      bytes.push(own);
      continue;
    }
    const marks = [...letter.normalize('NFD')];
    const tone = marks.findIndex((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark));
    const base = marks
      .filter((_, i) => i !== tone)
      .join('')
      .normalize('NFC');
    for (const part of [base, marks[tone] ?? '']) {
      const byte = table.get(part);
      if (byte === undefined) throw new Error(`windows-1258 has no ${letter}`);
      bytes.push(byte);
    }
  }
  return Buffer.from(bytes);
}

describe('encodings', () => {
  const text =
    'Tên khách hàng,Địa chỉ\r\nCông ty Cổ phần Đại Dương,Số 5 đường Nguyễn Huệ\r\nNguyễn Thị Ánh Tuyết,Phường Bến Nghé\r\n';
  const expected = [
    ['Công ty Cổ phần Đại Dương', 'Số 5 đường Nguyễn Huệ'],
    ['Nguyễn Thị Ánh Tuyết', 'Phường Bến Nghé'],
  ];

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['windows-1258', encode1258(text)],
  ])('finds %s', async (encoding, bytes) => {
    const table = await readTable(bytes);
    expect(table.reader.encoding).toBe(encoding);
    expect(table.names).toEqual(['Tên khách hàng', 'Địa chỉ']);
    expect(table.rows.map((row) => row.cells)).toEqual(expected);
  });

  it('joins the tones of windows-1258 into letters, and says that it guessed', async () => {
    const { rows, reader } = await readTable(encode1258('tên\nế ệ ữ Ậ ở\n'), { headerRow: true });
    expect(rows[0]?.cells).toEqual(['ế ệ ữ Ậ ở'.normalize('NFC')]);
    expect(reader.warnings).toContainEqual({ code: 'encodingGuessed', encoding: 'windows-1258' });
  });

  it('takes windows-1252 when no Vietnamese results', async () => {
    const { reader, rows } = await readTable(
      Buffer.from('name,city\nFrançois Ôté,São Paulo\nItalì però,Così\n', 'latin1'),
    );
    expect(reader.encoding).toBe('windows-1252');
    expect(rows[0]?.cells).toEqual(['François Ôté', 'São Paulo']);
  });

  it('finds the code page of a file whose first accent is in its last line', async () => {
    const plain = 'ten,so\n'.concat('An,1\n'.repeat(100_000));
    const { rows } = await readTable(Buffer.concat([Buffer.from(plain), encode1258('Đức,2\n')]));
    expect(rows.at(-1)?.cells).toEqual(['Đức', '2']);
  });

  it('does not split a character at the border of two pieces', async () => {
    const line = 'ế'.repeat(50_001);
    for (const pad of ['', 'a', 'aa']) {
      const { rows } = await readTable(`x${pad},y\n${line},${line}\n${line},${line}\n`, {
        headerRow: true,
      });
      expect(rows.map((row) => row.cells)).toEqual([
        [line, line],
        [line, line],
      ]);
    }
  });

  it('refuses UTF-8 with broken bytes instead of reading every accent wrong', async () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0x41, 0xff, 0x0a])]);
    await expect(readTable(bytes)).rejects.toMatchObject({
      code: 'unsupportedMediaType',
      extra: { reason: 'encoding' },
    });
  });

  it('leaves decomposed letters of UTF-8 as they are in the file', async () => {
    const decomposed = 'Nguyễn'.normalize('NFD');
    expect(await cellsOf(`ten,x\n${decomposed},1\n`)).toEqual([[decomposed, '1']]);
  });
});

describe('delimiters', () => {
  it.each([',', ';', '\t', '|'])(
    'finds %j, quotes and other marks notwithstanding',
    async (mark) => {
      const rows = [
        ['tên', 'ghi chú', 'tiền'],
        ['An', '"a, b; c | d"', '"1,5"'],
        ['Bình', '"x; y"', '"2,5"'],
      ];
      const table = await readTable(rows.map((row) => row.join(mark)).join('\n'));
      expect(table.reader.delimiter).toBe(mark);
      expect(table.rows[0]?.cells).toEqual(['An', 'a, b; c | d', '1,5']);
    },
  );

  it('prefers the semicolon when commas are decimal', async () => {
    const table = await readTable('ten;tien;thue\nAn;1,5;0,1\nBinh;2,5;0,2\n');
    expect(table.reader.delimiter).toBe(';');
    expect(table.rows[1]?.cells).toEqual(['Binh', '2,5', '0,2']);
  });

  it('obeys the sep= line of Excel and does not count it as a row', async () => {
    const table = await readTable('sep=;\r\na,b;c\r\n1,2;3\r\n');
    expect(table.names).toEqual(['a,b', 'c']);
    expect(table.rows).toEqual([{ rowNumber: 2, cells: ['1,2', '3'] }]);
  });

  it('reads a file of one column', async () => {
    expect(await cellsOf('email\na@x.test\nb@x.test\n')).toEqual([['a@x.test'], ['b@x.test']]);
  });
});

describe('heading', () => {
  it('knows that there is none when the first row has the same kinds of values', async () => {
    const table = await readTable('An,0912345678,a@x.test\nBình,0912345679,b@x.test\n');
    expect(table.reader.headerRow).toBe(false);
    expect(table.names).toEqual(['A', 'B', 'C']);
    expect(table.rows[0]).toEqual({ rowNumber: 1, cells: ['An', '0912345678', 'a@x.test'] });
  });

  it('keeps years as headings of amounts', async () => {
    const table = await readTable('Công ty,2024,2025\nA,100,200\nB,300,400\n');
    expect(table.names).toEqual(['Công ty', '2024', '2025']);
  });

  it('skips titles above the heading and keeps the row numbers of the file', async () => {
    const table = await readTable(
      'DANH SÁCH KHÁCH HÀNG,,\nNgày 01/02/2026,,\n,,\nTên,Điện thoại,Ngày sinh\nAn,0912345678,01/02/1990\n',
    );
    expect(table.names).toEqual(['Tên', 'Điện thoại', 'Ngày sinh']);
    expect(table.reader.headerRowNumber).toBe(4);
    expect(table.reader.warnings).toContainEqual({ code: 'titleRowsSkipped', rows: 2 });
    expect(table.rows.map((row) => row.rowNumber)).toEqual([5]);
  });

  it('gives equal and missing headings names of their own and says so', async () => {
    const table = await readTable('Tên,Tên,,Tên (2)\na,b,c,d\n');
    expect(table.names).toEqual(['Tên', 'Tên (3)', 'C', 'Tên (2)']);
    expect(table.reader.warnings).toEqual([
      { code: 'duplicateHeader', column: 'Tên' },
      { code: 'emptyHeader', column: 'C' },
    ]);
  });

  it('gives samples of each column', async () => {
    const { reader } = await readTable('a,b\nx,1\nx,2\ny,3\n');
    expect(reader.columns.map((column) => column.samples)).toEqual([
      ['x', 'y'],
      ['1', '2', '3'],
    ]);
  });
});

describe('rows', () => {
  it('fills missing cells, sets extra ones aside and passes over blank lines', async () => {
    const { rows } = await readTable('a,b,c\n1\n\n1,2,3,4,,5\n,,\n1,2,3,,\n');
    expect(rows).toEqual([
      { rowNumber: 2, cells: ['1', '', ''] },
      { rowNumber: 4, cells: ['1', '2', '3'], extraCells: ['4', '5'] },
      { rowNumber: 6, cells: ['1', '2', '3'] },
    ]);
  });

  it('reads every kind of line end in one file', async () => {
    expect(await cellsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('goes on at a given row', async () => {
    const text = `a,b\n${Array.from({ length: 3000 }, (_, i) => `${i},x`).join('\n')}\n`;
    await withFile(text, async (filePath) => {
      const reader = await openTable(filePath);
      const rows = await allRows(reader, 2500);
      expect(rows[0]).toEqual({ rowNumber: 2500, cells: ['2498', 'x'] });
      expect(rows).toHaveLength(502);
      expect(await reader.countRows()).toBe(3000);
    });
  });

  it('takes a quote inside a field as a letter, from that row on too', async () => {
    const many = Array.from({ length: 300 }, (_, i) => `n${i},y\n`).join('');
    const { rows, reader } = await readTable(`name,size\n${many}Ống 5" thép,"2 ""m"""\nB,c\n`);
    expect(rows).toHaveLength(302);
    expect(rows[300]?.cells).toEqual(['Ống 5" thép', '2 "m"']);
    expect(rows[301]?.cells).toEqual(['B', 'c']);
    expect(reader.warnings).toContainEqual({ code: 'looseQuotes', row: 302 });
  });

  it('takes our mark before formulas away, unless told to keep it', async () => {
    const text = "a,b\n'=1+1,''=1\n'abc,'+84912345678\n";
    expect(await cellsOf(text)).toEqual([
      ['=1+1', "'=1"],
      ["'abc", '+84912345678'],
    ]);
    expect((await cellsOf(text, { formulaMarks: 'keep' }))[0]).toEqual(["'=1+1", "''=1"]);
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['empty', 'invalid', ''],
    ['empty', 'invalid', '\uFEFF \r\n'],
    ['unclosedQuote', 'invalid', 'a,b\n1,2\n"3,4\n5,6\n'],
    ['strayQuote', 'invalid', 'a,b\n1,2\n"3"x,4\n5,6\n'],
    ['nulByte', 'invalid', 'a,b\n1,2\0\n'],
    ['recordTooLong', 'tooLarge', `a,b\n${'x'.repeat(1_000_001)},1\n`],
    ['recordTooLong', 'tooLarge', `a,b\n"${'x\n'.repeat(600_000)}`],
    ['tooManyColumns', 'tooLarge', `${'a,'.repeat(5000)}z\n`],
    [
      'html',
      'unsupportedMediaType',
      '<html><body><table><tr><td>x</td></tr></table></body></html>',
    ],
    ['html', 'unsupportedMediaType', '\uFEFF\r\n<!DOCTYPE html><p>x'],
    ['xml', 'unsupportedMediaType', '<?xml version="1.0"?><Workbook/>'],
    ['pdf', 'unsupportedMediaType', '%PDF-1.7\n'],
    ['oldExcel', 'unsupportedMediaType', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['image', 'unsupportedMediaType', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['image', 'unsupportedMediaType', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['archive', 'unsupportedMediaType', Buffer.from('1f8b0800000000000003', 'hex')],
    ['binary', 'unsupportedMediaType', Buffer.from(Array.from({ length: 900 }, (_, i) => i % 251))],
  ])('refuses it as %s (%s)', async (reason, code, content) => {
    await expect(readTable(content)).rejects.toMatchObject({
      code,
      extra: { reason },
      errors: [{ path: 'file', params: { reason } }],
    });
  });

  it('names the row of a quote that is not closed', async () => {
    await expect(readTable('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({ params: { row: 3 } });
  });

  it('finds a NUL in the last line of UTF-16 too', async () => {
    const text = `\uFEFFa,b\n${'1,2\n'.repeat(100_000)}3,4\0\n`;
    await expect(readTable(Buffer.from(text, 'utf16le'))).rejects.toMatchObject({
      extra: { reason: 'nulByte' },
    });
  });

  it('refuses a file beyond the size limit before reading it', async () => {
    await expect(readTable('a,b\n1,2\n', { limits: { fileBytes: 5 } })).rejects.toMatchObject({
      code: 'tooLarge',
      params: { max: 5 },
    });
  });
});
