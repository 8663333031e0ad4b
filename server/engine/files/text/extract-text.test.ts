import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipStream } from '../../transfer/write/zip-stream.ts';
import { extractText } from './extract-text.ts';
import { longestText } from './messages.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const docx = `${office}.wordprocessingml.document`;
const xlsx = `${office}.spreadsheetml.sheet`;
const pptx = `${office}.presentationml.presentation`;
const odt = 'application/vnd.oasis.opendocument.text';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'duyen-words-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function wordsIn(content: Uint8Array | string, type: string, limits = {}) {
  const filePath = path.join(folder, 'file');
  await writeFile(filePath, content);
  return extractText(
    { filePath, type },
    { milliseconds: 20_000, heapMb: 128, outsideMb: 128, ...limits },
  );
}

async function zip(parts: Record<string, string>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const file = zipStream((bytes) => pieces.push(bytes));
  for (const [name, text] of Object.entries(parts)) {
    file.begin(name);
    await file.write(text);
    await file.endPart();
  }
  file.finish();
  return Buffer.concat(pieces);
}

/** A PDF of one page whose words are this stream. */
function pdf(stream: Buffer, filter = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${stream.length} ${filter} >>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let whole = Buffer.from('%PDF-1.4\n');
  const offsets = objects.map((object, i) => {
    const at = whole.length;
    const parts = [Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')];
    whole = Buffer.concat([whole, ...parts]);
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${whole.length}\n%%EOF`;
  return Buffer.concat([whole, Buffer.from(end)]);
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (body: string) =>
  `<w:document xmlns:w="w"><w:body><w:instrText>PAGE</w:instrText>${body}</w:body></w:document>`;

describe('the words of a file', () => {
  it('come from Word, with its notes and headers', async () => {
    const parts = {
      'word/document.xml': word(`${paragraph('Hợp đồng')}${paragraph('Điều 1 &amp; 2')}`),
      'word/footnotes.xml': word(paragraph('Ghi chú')),
    };
    expect(await wordsIn(await zip(parts), docx)).toBe('Hợp đồng\nĐiều 1 & 2\nGhi chú');
  });

  it('come from slides in their order, and from OpenDocument', async () => {
    const slide = (text: string) =>
      `<p:sld xmlns:a="a" xmlns:p="p"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const parts = {
      'ppt/slides/slide2.xml': slide('Hai'),
      'ppt/slides/slide1.xml': slide('Một'),
    };
    expect(await wordsIn(await zip(parts), pptx)).toBe('Một\nHai');
    const open =
      '<o:d xmlns:o="o" xmlns:t="t"><o:style>không</o:style><t:h>Biên bản</t:h><t:p>họp <t:span>giao ban</t:span></t:p></o:d>';
    expect(await wordsIn(await zip({ 'content.xml': open }), odt)).toBe('Biên bản\nhọp giao ban');
  });

  it('come from the cells of a workbook, with the names of its sheets', async () => {
    const parts = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Giá" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Lãi suất</t></is></c><c r="B1"><v>7.5</v></c></row></sheetData></worksheet>',
    };
    expect(await wordsIn(await zip(parts), xlsx)).toBe('Giá\nLãi suất 7.5');
  });

  it('come from PDF and plain text, whatever that is written in', async () => {
    const page = Buffer.from('BT /F 12 Tf 20 200 Td (Bang gia quy 4) Tj ET');
    expect(await wordsIn(pdf(page), 'application/pdf')).toBe('Bang gia quy 4');
    expect(await wordsIn('Xin chào\r\n\r\n  các bạn', 'text/plain')).toBe('Xin chào\ncác bạn');
    expect(await wordsIn(Buffer.from('\ufeffĐơn hàng', 'utf16le'), 'text/csv')).toBe('Đơn hàng');
  });

  it('are none in what has none, and no more than are kept', async () => {
    expect(await wordsIn('x', 'image/png')).toBeUndefined();
    expect(await wordsIn('x', 'application/octet-stream')).toBeUndefined();
    expect(await wordsIn('từ '.repeat(200_000), 'text/plain')).toHaveLength(longestText);
  });
});

describe('a hostile file', () => {
  it('that unpacks to gigabytes ends its reader and nothing else', async () => {
    const flood = deflateSync(Buffer.alloc(400_000_000, 'BT (a) Tj ET '));
    const before = process.memoryUsage.rss();
    await expect(wordsIn(pdf(flood, '/Filter /FlateDecode'), 'application/pdf')).rejects.toThrow(
      Error,
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(700e6);
  });

  it('that takes for ever is let go', async () => {
    const page = Buffer.from(`BT ${'/F 12 Tf (a) Tj '.repeat(2_000_000)} ET`);
    const slow = wordsIn(pdf(page), 'application/pdf', { milliseconds: 300, outsideMb: 900 });
    await expect(slow).rejects.toThrow('too long');
  });

  it('that is not what it says, declares entities, or hides a bomb is not read', async () => {
    const bomb = `<w:t>${'a'.repeat(30_000_000)}</w:t>`;
    const files: [Buffer, string][] = [
      [Buffer.from('no zip'), docx],
      [Buffer.from('%PDF-1.7 no pdf'), 'application/pdf'],
      [await zip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }), docx],
      [await zip({ 'word/document.xml': word(bomb) }), docx],
      [await zip({ 'word/document.xml': '<w:t>never ends' }), docx],
    ];
    for (const [bytes, type] of files) await expect(wordsIn(bytes, type)).rejects.toThrow(Error);
  });
});
