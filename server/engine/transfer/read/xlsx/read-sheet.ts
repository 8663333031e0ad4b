import { Decimal } from 'decimal.js';
import { refuseFile } from '../refuse-file.ts';
import type { CellType, TableLimits, TableRow } from '../table.ts';
import { decodeEscapes } from './read-shared-strings.ts';
import { readXml } from './read-xml.ts';
import type { Workbook } from './read-workbook.ts';
import { serialToText, serialToTime } from './serial-date.ts';

type Cell = readonly [text: string, type: CellType];

/** 17 digits of a binary number back to the shortest that means it, without an exponent. */
const numberText = (raw: string): string => {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const shortest = String(Number(raw));
  return shortest.includes('e') ? new Decimal(shortest).toFixed() : shortest;
};

function numberCell(raw: string, style: number, book: Workbook): Cell {
  const value = Number(raw);
  if (raw === '') return ['', 'string'];
  if (!Number.isFinite(value)) return [raw, 'string'];
  const meaning = book.styles[style] ?? { as: 'number' };
  if (meaning.as === 'date') {
    const found = serialToText(value, book.base1904);
    if (found !== undefined) return [found.text, found.type];
  } else if (meaning.as === 'time') {
    const text = serialToTime(value);
    if (text !== undefined) return [text, 'time'];
  } else if (meaning.as === 'padded' && Number.isInteger(value) && value >= 0) {
    return [numberText(raw).padStart(meaning.digits, '0'), 'string'];
  }
  return [numberText(raw), 'number'];
}

function isoCell(raw: string): Cell {
  const text = raw.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/Z$/, '');
  return [text, text.includes('T') ? 'dateTime' : text.includes(':') ? 'time' : 'date'];
}

/** The value a formula left is used; a formula itself is never looked at. */
function cellOf(kind: string, raw: string, style: number, book: Workbook): Cell {
  if (kind === 's') return [book.sharedStrings[Number(raw)] ?? '', 'string'];
  if (kind === 'inlineStr' || kind === 'str') return [decodeEscapes(raw), 'string'];
  if (kind === 'b') return [raw === '1' || raw === 'true' ? 'true' : 'false', 'boolean'];
  if (kind === 'e') return [raw, 'error'];
  if (kind === 'd') return isoCell(raw);
  return numberCell(raw.trim(), style, book);
}

/** `BC12` → 54; -1 when there is none. */
const columnOf = (reference: string | undefined): number => {
  if (reference === undefined) return -1;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

/** Rows of a sheet in file order, as wide as their last cell; cells beyond the limit go to extraCells. */
export async function* readSheet(
  pieces: AsyncIterable<Buffer>,
  book: Workbook,
  limits: TableLimits,
  fromRow: number,
): AsyncGenerator<TableRow> {
  const ready: TableRow[] = [];
  let row: (TableRow & { types: CellType[] }) | undefined;
  let rowNumber = 0;
  let column = -1;
  let kind = '';
  let style = 0;
  let raw = '';
  let taking = false;
  let inPhonetic = false;

  const put = ([text, type]: Cell): void => {
    if (row === undefined || text === '') return;
    if (column >= limits.columns) {
      row.extraCells ??= [];
      if (row.extraCells.length < limits.columns) row.extraCells.push(text);
      return;
    }
    while (row.cells.length < column) {
      row.cells.push('');
      row.types.push('string');
    }
    row.cells[column] = text;
    row.types[column] = type;
  };

  const steps = readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'c') {
        const given = columnOf(attributes['r']);
        column = given === -1 ? column + 1 : given;
        kind = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        raw = '';
      } else if (name === 'v' || name === 't') {
        taking = !inPhonetic && row !== undefined;
      } else if (name === 'row') {
        const given = Number(attributes['r']);
        rowNumber = Number.isInteger(given) && given > rowNumber ? given : rowNumber + 1;
        if (rowNumber > limits.rows) throw refuseFile('tooManyRows', { max: limits.rows });
        row = rowNumber < fromRow ? undefined : { rowNumber, cells: [], types: [] };
        column = -1;
      } else if (name === 'rPh') {
        inPhonetic = true;
      }
    },
    text: (piece) => {
      if (!taking) return;
      raw += piece;
      if (raw.length > limits.recordBytes) {
        throw refuseFile('recordTooLong', { row: rowNumber, max: limits.recordBytes });
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'c') put(cellOf(kind, raw, style, book));
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'row') {
        if (row !== undefined && (row.cells.length > 0 || row.extraCells !== undefined)) {
          ready.push(row);
        }
        row = undefined;
      }
    },
  });
  while ((await steps.next()).done !== true) {
    yield* ready;
    ready.length = 0;
  }
}
