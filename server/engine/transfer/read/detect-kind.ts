import { refuseFile, type Refusal } from './refuse-file.ts';

const signatures: readonly (readonly [bytes: string, refusal: Refusal])[] = [
  ['d0cf11e0a1b11ae1', 'oldExcel'],
  ['0908080000', 'oldExcel'],
  ['0904060000', 'oldExcel'],
  ['25504446', 'pdf'],
  ['89504e470d0a1a0a', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['1f8b', 'archive'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['28b52ffd', 'archive'],
  ['fd377a585a00', 'archive'],
  ['425a68', 'archive'],
  ['7b5c727466', 'wordOrSlides'],
];

/** The kind by content; the name and the declared type of an upload are never believed. */
export function detectKind(head: Buffer): 'csv' | 'xlsx' {
  if (head.length === 0) throw refuseFile('empty');
  const hex = head.subarray(0, 16).toString('hex');
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'xlsx';
  for (const [bytes, refusal] of signatures) {
    if (hex.startsWith(bytes)) throw refuseFile(refusal);
  }
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') throw refuseFile('image');
  return 'csv';
}

/** Web pages and XML that call themselves .xls or .csv, looked at after decoding. */
export function refuseMarkup(text: string): void {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (!start.startsWith('<')) return;
  if (/<(!doctype html|html|head|body|table|meta)\b/.test(start)) throw refuseFile('html');
  if (start.startsWith('<?xml')) throw refuseFile('xml');
}
