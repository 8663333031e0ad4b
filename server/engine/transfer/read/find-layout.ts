import {
  columnLetters,
  type CellType,
  type TableColumn,
  type TableLimits,
  type TableRow,
  type TableWarning,
} from './table.ts';
import { refuseFile } from './refuse-file.ts';

export interface TableLayout {
  headerRow: boolean;
  headerRowNumber?: number;
  firstDataRow: number;
  columns: TableColumn[];
  warnings: TableWarning[];
}

export type FirstRow = Pick<TableRow, 'rowNumber' | 'cells' | 'types'>;

type Shape = 'empty' | 'text' | 'number' | 'date' | 'email';

const shapeOf = (text: string, type: CellType | undefined): Shape => {
  const value = text.trim();
  if (value === '') return 'empty';
  if (type === 'date' || type === 'dateTime' || type === 'time') return 'date';
  if (type === 'number') return 'number';
  if (/^\S+@\S+\.\S+$/.test(value)) return 'email';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?$/.test(value)) return 'date';
  // Phones and amounts too: signs, grouping, currency or percent around digits.
  if (/^[-+(]?[\d\s.,()-]*\d[\d\s.,()-]*(?:%|₫|đ|vnd|usd|\$)?$/i.test(value)) return 'number';
  return 'text';
};

const filled = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);

const lastFilled = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

/** Titles above the table: at most a quarter as many values as the fullest of the first rows. */
function countTitleRows(rows: readonly FirstRow[]): number {
  const counts = rows.slice(0, 30).map((row) => filled(row.cells));
  const fullest = Math.max(0, ...counts);
  if (fullest < 3) return 0;
  const first = counts.findIndex((count) => count >= Math.max(2, Math.ceil(fullest / 2)));
  const titles = counts.slice(0, Math.max(0, first));
  const clear = titles.length <= 10 && titles.every((count) => count <= Math.max(1, fullest / 4));
  return clear ? titles.length : 0;
}

/** A heading has no number, date or address where the column below has them. */
function looksLikeHeader(rows: readonly FirstRow[]): boolean {
  const [head, ...body] = rows;
  if (head === undefined) return false;
  let votes = 0;
  for (let i = 0; i < lastFilled(head.cells); i++) {
    const top = shapeOf(head.cells[i] ?? '', head.types?.[i]);
    if (top === 'empty') continue;
    if (top === 'email') return false;
    const shapes = body
      .map((row) => shapeOf(row.cells[i] ?? '', row.types?.[i]))
      .filter((shape) => shape !== 'empty');
    const typed = shapes.filter((shape) => shape !== 'text');
    if (typed.length * 2 <= shapes.length || shapes.length === 0) {
      if (top === 'date') votes--;
      continue;
    }
    const year = /^(?:19|20)\d\d$/.test((head.cells[i] ?? '').trim());
    const yearsBelow = body.filter((row) => /^(?:19|20)\d\d$/.test((row.cells[i] ?? '').trim()));
    if (top === 'text' || (year && yearsBelow.length === 0)) votes++;
    else votes--;
  }
  if (votes !== 0) return votes > 0;
  // All text: a heading does not come back as a value, and is not said twice.
  const names = head.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const repeated = body.filter((row) =>
    row.cells.some((cell, i) => cell !== '' && cell === head.cells[i]),
  );
  return names.length > 0 && repeated.length * 5 <= body.length;
}

function nameColumns(
  head: readonly string[],
  width: number,
  hasHeader: boolean,
): { names: string[]; warnings: TableWarning[] } {
  const warnings: TableWarning[] = [];
  const given = Array.from({ length: width }, (_, i) =>
    hasHeader ? (head[i] ?? '').replace(/\s+/g, ' ').trim() : '',
  );
  const taken = new Set(given);
  const used = new Set<string>();
  const names = given.map((name, i) => {
    const wanted = name === '' ? columnLetters(i) : name;
    let distinct = wanted;
    for (let n = 2; used.has(distinct) || (distinct !== name && taken.has(distinct)); n++) {
      distinct = `${wanted} (${n})`;
    }
    used.add(distinct);
    if (hasHeader && name === '') warnings.push({ code: 'emptyHeader', column: distinct });
    else if (distinct !== wanted) warnings.push({ code: 'duplicateHeader', column: name });
    return distinct;
  });
  return { names, warnings };
}

/** Titles, heading and columns of a table from its first rows (rows without values left out). */
export function findLayout(
  rows: readonly FirstRow[],
  forcedHeader: boolean | undefined,
  limits: TableLimits,
): TableLayout {
  const titles = countTitleRows(rows);
  const table = rows.slice(titles);
  const head = table[0];
  const headerRow = forcedHeader ?? looksLikeHeader(table);
  const body = headerRow ? table.slice(1) : table;
  const widths = body.map((row) => lastFilled(row.cells));
  // With a heading, only columns that most rows fill count beyond it: the rest is a row's mistake.
  let width = headerRow ? lastFilled(head?.cells ?? []) : Math.max(0, ...widths);
  while (headerRow && widths.filter((w) => w > width).length * 2 > widths.length) width++;
  if (width > limits.columns) {
    throw refuseFile('tooManyColumns', { max: limits.columns, found: width });
  }
  const { names, warnings } = nameColumns(head?.cells ?? [], width, headerRow);
  if (titles > 0) warnings.push({ code: 'titleRowsSkipped', rows: titles });
  if (body.length === 0) warnings.push({ code: 'noRows' });
  const columns = names.map((name, index) => {
    const samples = new Set<string>();
    for (const row of body) {
      const cell = row.cells[index] ?? '';
      if (cell !== '' && samples.size < 20) samples.add(cell.slice(0, 200));
    }
    return { index, name, samples: [...samples] };
  });
  const headNumber = head?.rowNumber ?? 1;
  return {
    headerRow,
    ...(headerRow && head !== undefined ? { headerRowNumber: headNumber } : {}),
    firstDataRow: headerRow ? headNumber + 1 : headNumber,
    columns,
    warnings,
  };
}

/** The row in the width of the table; undefined when it has no value at all. */
export function fitRow(row: TableRow, width: number): TableRow | undefined {
  const { cells, types } = row;
  if (cells.every((cell) => cell === '') && row.extraCells === undefined) return undefined;
  if (cells.length > width) {
    const extra = cells.slice(width).filter((cell) => cell.trim() !== '');
    cells.length = width;
    if (types !== undefined) types.length = width;
    if (extra.length > 0) row.extraCells = [...extra, ...(row.extraCells ?? [])];
  }
  while (cells.length < width) {
    cells.push('');
    types?.push('string');
  }
  return row;
}
