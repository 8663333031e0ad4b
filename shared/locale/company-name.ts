import { foldWords } from './text.ts';

/** Folded runs of words that say the legal form or the trade, not who the company is. */
const companyWords = [
  'cong ty',
  'cty',
  'cong ti',
  'cti',
  'ct',
  'tong cong ty',
  'tcty',
  'trach nhiem huu han',
  'tnhh',
  'co phan',
  'cp',
  'ctcp',
  'hop danh',
  'mot thanh vien',
  '1 thanh vien',
  'hai thanh vien tro len',
  '2 thanh vien tro len',
  'thanh vien',
  'mtv',
  '1tv',
  '1 tv',
  'doanh nghiep tu nhan',
  'doanh nghiep',
  'dntn',
  'ho kinh doanh',
  'hkd',
  'chi nhanh',
  'cn',
  'van phong dai dien',
  'vpdd',
  'tap doan',
  'thuong mai',
  'tm',
  'dich vu',
  'dv',
  'tmdv',
  'dvtm',
  'san xuat',
  'sx',
  'sxtm',
  'tmsx',
  'xuat nhap khau',
  'xnk',
  'co ltd',
  'company',
  'co limited',
  'and co',
  'limited',
  'ltd',
  'liability',
  'joint stock',
  'jsc',
  'plc',
  'inc',
  'incorporated',
  'llc',
  'corp',
  'corporation',
  'group',
  'holding',
  'holdings',
  'trading',
  'services',
  'service',
  'import',
  'export',
  'import export',
  'imp exp',
  'production',
  'manufacturing',
  'single member',
  'one member',
  'private enterprise',
  'branch',
  'gmbh',
  'pte',
  'and',
  'va',
] as const;

const runs: ReadonlySet<string> = new Set(companyWords);
const firstWords: ReadonlySet<string> = new Set(
  companyWords.map((words) => words.split(' ')[0] ?? ''),
);
const longestRun = Math.max(...companyWords.map((words) => words.split(' ').length));

/**
 * The folded name without company words, for finding near duplicates. A name made of such words
 * only keeps all of them, so that it never becomes empty and never matches everything.
 */
export function foldCompanyName(name: string): string {
  const words = foldWords(name.replace(/\b[lL]\.[lL]\.[cC]\b/g, 'llc'));
  const kept: string[] = [];
  for (let i = 0; i < words.length;) {
    const skipped = runLengthAt(words, i);
    if (skipped === 0) kept.push(words[i] ?? '');
    i += skipped || 1;
  }
  return (kept.length === 0 ? words : kept).join(' ');
}

function runLengthAt(words: readonly string[], start: number): number {
  if (!firstWords.has(words[start] ?? '')) return 0;
  for (let length = Math.min(longestRun, words.length - start); length > 0; length--) {
    if (runs.has(words.slice(start, start + length).join(' '))) return length;
  }
  return 0;
}
