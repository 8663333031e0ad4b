import { defaultTableLimits } from '../../transfer/read/table.ts';
import { readSheet } from '../../transfer/read/xlsx/read-sheet.ts';
import { readWorkbook } from '../../transfer/read/xlsx/read-workbook.ts';
import { readXml } from '../../transfer/read/xlsx/read-xml.ts';
import { openZipParts, type ZipParts } from '../../transfer/read/xlsx/zip-parts.ts';
import { gatherText, type Gathered } from './collect-text.ts';

/** A document full of pictures has many parts; of those only the words are unpacked. */
const limits = { ...defaultTableLimits, zipEntries: 10_000, unpackedBytes: 1_000_000_000 };
const mostSlides = 2000;

/** Words of an Office or OpenDocument file, in the order of its parts. */
export async function readOffice(
  filePath: string,
  kind: 'docx' | 'xlsx' | 'pptx' | 'odf',
): Promise<string> {
  const zip = await openZipParts(filePath, limits);
  const gathered = gatherText();
  try {
    if (kind === 'xlsx') await readCells(zip, gathered);
    else
      for (const part of partsOf[kind](zip))
        if (!gathered.full) await readPart(zip, part, gathered);
  } finally {
    zip.close();
  }
  return gathered.text();
}

const partsOf: Record<'docx' | 'pptx' | 'odf', (zip: ZipParts) => string[]> = {
  docx: (zip) =>
    ['document', 'footnotes', 'endnotes', 'comments', 'header1', 'header2', 'footer1', 'footer2']
      .map((name) => `word/${name}.xml`)
      .filter(zip.has),
  pptx: (zip) =>
    Array.from({ length: mostSlides }, (_, i) => i + 1).flatMap((n) =>
      [`ppt/slides/slide${n}.xml`, `ppt/notesSlides/notesSlide${n}.xml`].filter(zip.has),
    ),
  odf: (zip) => ['content.xml'].filter(zip.has),
};

/** Names of elements that hold words; in OpenDocument, whatever stands in a paragraph. */
const holders = new Set(['t', 'p', 'h', 'span', 'a']);
const ends = new Set(['p', 'h', 'br', 'tr']);

async function readPart(zip: ZipParts, part: string, gathered: Gathered): Promise<void> {
  const isOdf = part === 'content.xml';
  let depth = 0;
  const steps = readXml(zip.read(part), {
    open(name) {
      if (isOdf ? holders.has(name) : name === 't') depth += 1;
      if (name === 'tab' || name === 's' || name === 'tc') gathered.add(' ');
    },
    text(piece) {
      if (depth > 0) gathered.add(piece);
    },
    close(name) {
      if (isOdf ? holders.has(name) : name === 't') depth -= 1;
      if (ends.has(name)) gathered.add('\n');
    },
  });
  while (!gathered.full && (await steps.next()).done !== true);
  await steps.return(undefined);
}

async function readCells(zip: ZipParts, gathered: Gathered): Promise<void> {
  const book = await readWorkbook(zip);
  for (const { name, part } of book.sheets) {
    if (gathered.full) return;
    gathered.add(`${name}\n`);
    for await (const { cells } of readSheet(zip.read(part), book, limits, 1)) {
      if (gathered.full) return;
      gathered.add(`${cells.filter((cell) => cell !== '').join(' ')}\n`);
    }
  }
}
