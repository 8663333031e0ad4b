import { isDecimal, type Language } from './number.ts';

export interface WordOptions {
  /** Said for an empty ten: `lẻ` in the South, `linh` in the North. */
  odd?: 'lẻ' | 'linh';
  /** Adds `chẵn` to whole thousands of đồng, as some invoices do. */
  exact?: boolean;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A whole number as it is said in Vietnamese. Above tỷ the units repeat: 10^18 is một tỷ tỷ. */
export function numberInVietnamese(number: bigint, options: WordOptions = {}): string {
  if (number < 0n) return `âm ${numberInVietnamese(-number, options)}`;
  if (number === 0n) return 'không';
  const groups = groupsOfThree(number);
  const words: string[] = [];
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i] ?? 0;
    if (group > 0) {
      words.push(...hundredsInVietnamese(group, i < groups.length - 1, options.odd ?? 'lẻ'));
      if (i % 3 > 0) words.push(i % 3 === 1 ? 'nghìn' : 'triệu');
    }
    const closesBillions = i > 0 && i % 3 === 0 && groups.slice(i, i + 3).some((g) => g > 0);
    if (closesBillions) for (let n = 0; n < i / 3; n++) words.push('tỷ');
  }
  return words.join(' ');
}

function hundredsInVietnamese(group: number, follows: boolean, odd: string): string[] {
  const hundred = Math.floor(group / 100);
  const ten = Math.floor((group % 100) / 10);
  const one = group % 10;
  const words: string[] = [];
  const saysHundred = follows || hundred > 0;
  if (saysHundred) words.push(DIGITS[hundred] ?? '', 'trăm');
  if (ten === 0) {
    if (one > 0 && saysHundred) words.push(odd);
    if (one > 0) words.push(DIGITS[one] ?? '');
    return words;
  }
  words.push(...(ten === 1 ? ['mười'] : [DIGITS[ten] ?? '', 'mươi']));
  if (one === 1 && ten > 1) words.push('mốt');
  else if (one === 4 && ten > 1) words.push('tư');
  else if (one === 5) words.push('lăm');
  else if (one > 0) words.push(DIGITS[one] ?? '');
  return words;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'x x twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = [
  '',
  'thousand',
  'million',
  'billion',
  'trillion',
  'quadrillion',
  'quintillion',
  'sextillion',
];

/** A whole number below 10^24 in English words; larger ones come back as digits. */
export function numberInEnglish(number: bigint): string {
  if (number < 0n) return `minus ${numberInEnglish(-number)}`;
  if (number === 0n) return 'zero';
  const groups = groupsOfThree(number);
  if (groups.length > SCALES.length) return number.toString();
  return groups
    .map((group, i) => (group === 0 ? '' : `${hundredsInEnglish(group)} ${SCALES[i]}`.trim()))
    .reverse()
    .filter((words) => words !== '')
    .join(' ');
}

function hundredsInEnglish(group: number): string {
  const hundred = Math.floor(group / 100);
  const rest = group % 100;
  const words = hundred === 0 ? [] : [`${ONES[hundred]} hundred`];
  if (rest > 0 && hundred > 0) words.push('and');
  if (rest > 0 && rest < 20) words.push(ONES[rest] ?? '');
  if (rest >= 20)
    words.push((TENS[Math.floor(rest / 10)] ?? '') + (rest % 10 ? `-${ONES[rest % 10]}` : ''));
  return words.join(' ');
}

function groupsOfThree(number: bigint): number[] {
  const groups: number[] = [];
  for (let rest = number; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  return groups;
}

interface CurrencyWords {
  decimals: number;
  vi: { major: string; minor: string };
  en: { major: readonly [one: string, many: string]; minor: readonly [one: string, many: string] };
}

const currencies: ReadonlyMap<string, CurrencyWords> = new Map<string, CurrencyWords>([
  [
    'VND',
    {
      decimals: 0,
      vi: { major: 'đồng', minor: '' },
      en: { major: ['dong', 'dong'], minor: ['', ''] },
    },
  ],
  [
    'USD',
    {
      decimals: 2,
      vi: { major: 'đô la Mỹ', minor: 'xu' },
      en: { major: ['US dollar', 'US dollars'], minor: ['cent', 'cents'] },
    },
  ],
  [
    'EUR',
    {
      decimals: 2,
      vi: { major: 'euro', minor: 'xu' },
      en: { major: ['euro', 'euros'], minor: ['cent', 'cents'] },
    },
  ],
]);

/**
 * The line "amount in words" of an invoice: `Một triệu năm trăm nghìn đồng`. Undefined when the
 * text is no amount, when it is finer than the currency, or when the currency has no words here.
 */
export function moneyInWords(
  amount: string,
  currency: string,
  language: Language,
  options: WordOptions = {},
): string | undefined {
  const names = currencies.get(currency);
  if (names === undefined || !isDecimal(amount)) return undefined;
  const [whole = '0', decimals = ''] = amount.replace('-', '').split('.');
  const fine = decimals.replace(/0+$/, '');
  if (fine.length > names.decimals) return undefined;
  const major = BigInt(whole);
  const minor = BigInt(fine.padEnd(names.decimals, '0') || '0');
  const negative = amount.startsWith('-') && (major > 0n || minor > 0n);
  const words =
    language === 'vi' ? inVietnamese(major, minor, names, options) : inEnglish(major, minor, names);
  const signed = negative ? `${language === 'vi' ? 'âm' : 'minus'} ${words}` : words;
  return signed.charAt(0).toUpperCase() + signed.slice(1);
}

function inVietnamese(major: bigint, minor: bigint, names: CurrencyWords, options: WordOptions) {
  const words = `${numberInVietnamese(major, options)} ${names.vi.major}`;
  if (minor > 0n) return `${words} ${numberInVietnamese(minor, options)} ${names.vi.minor}`;
  const exact = options.exact === true && major > 0n && major % 1000n === 0n;
  return exact ? `${words} chẵn` : words;
}

function inEnglish(major: bigint, minor: bigint, names: CurrencyWords): string {
  const words = `${numberInEnglish(major)} ${names.en.major[major === 1n ? 0 : 1]}`;
  if (minor === 0n) return words;
  return `${words} and ${numberInEnglish(minor)} ${names.en.minor[minor === 1n ? 0 : 1]}`;
}
