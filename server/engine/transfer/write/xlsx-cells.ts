import { columnLetters } from '../read/table.ts';
import { decimalPattern, type CellValue, type WriteColumn } from './table-column.ts';

/** Positions in cellXfs of xlsx-parts.ts. */
export const cellStyle = { plain: 0, header: 1, date: 2, dateTime: 3 } as const;

/** Excel repairs (that is: damages) a file with a longer cell. */
export const maxCellLength = 32_767;

// Markup, halves of characters, what XML forbids, controls but tab and line feed, and text that
// looks like an escape itself.
const special = /[&<>\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n]|_x[0-9A-Fa-f]{4}_/u;
const specials = /[&<>\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escapeOne = (char: string): string => {
  if (char === '&') return '&amp;';
  if (char === '<') return '&lt;';
  if (char === '>') return '&gt;';
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
};

/** Text for XML; what XML cannot hold becomes `_x000D_` as Office writes it. */
export const escapeText = (text: string): string =>
  special.test(text) ? text.replace(specials, escapeOne) : text;

export const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

const clip = (text: string): string => {
  if (text.length <= maxCellLength) return text;
  const cut = text.slice(0, maxCellLength - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

// Readers drop outer blanks unless told; saying it only where needed keeps big sheets small.
const keepsSpace = /^\s|\s$|\s\s/;

export function stringCell(reference: string, text: string, style = ''): string {
  const space = keepsSpace.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}"${style} t="inlineStr"><is><t${space}>${escapeText(clip(text))}</t></is></c>`;
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const dateTimePattern = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/;

const dayMs = 86_400_000;
const firstDay = Date.UTC(1900, 2, 1);
const serialEpoch = Date.UTC(1899, 11, 30);

/** Days before March 1900 are left as text: spreadsheets do not agree on them. */
const dateSerial = (text: string): number | undefined => {
  const match = datePattern.exec(text);
  if (match === null) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (time < firstDay || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return (time - serialEpoch) / dayMs;
};

const dateTimeSerial = (text: string): number | undefined => {
  const match = dateTimePattern.exec(text);
  const day = dateSerial(match?.[1] ?? '');
  if (match === null || day === undefined) return undefined;
  const [, , hours, minutes, seconds = '0', fraction = '0'] = match;
  const ms = Number(fraction.padEnd(3, '0'));
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return (
    day +
    (Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + ms) / dayMs
  );
};

/** Excel keeps 15 digits; a longer decimal stays exact only as text. */
const numberText = (value: string | number): string | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (!decimalPattern.test(value)) return undefined;
  return value.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 ? value : undefined;
};

/** One cell of a row, as the XML of a sheet; empty text for no value. */
export function cellXml(value: CellValue, kind: WriteColumn['kind'], reference: string): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (kind === 'number' || typeof value === 'number') {
    const number = numberText(value);
    if (number !== undefined) return `<c r="${reference}"><v>${number}</v></c>`;
  } else if (kind === 'date') {
    const serial = dateSerial(value);
    if (serial !== undefined)
      return `<c r="${reference}" s="${cellStyle.date}"><v>${serial}</v></c>`;
  } else if (kind === 'dateTime') {
    const serial = dateTimeSerial(value);
    if (serial !== undefined) {
      return `<c r="${reference}" s="${cellStyle.dateTime}"><v>${serial}</v></c>`;
    }
  }
  return stringCell(reference, String(value));
}

export const columnReferences = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => columnLetters(i));
