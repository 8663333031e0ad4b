import type { ValueErrorCode } from '../errors.ts';
import type { Operator } from '../filter.ts';
import type { FieldKind, FieldOf, ValueOfKind } from './index.ts';

/** What the conformance suites of both sides hold a kind to. The compiler asks for a row per kind. */
export interface Examples<K extends FieldKind> {
  field: FieldOf<K>;
  /** Input and its canonical value. */
  accepts: readonly (readonly [unknown, ValueOfKind<K> | null])[];
  refuses: readonly (readonly [unknown, ValueErrorCode])[];
  /** Cells of a file in the Vietnamese style. */
  reads: readonly (readonly [string, ValueOfKind<K> | null])[];
  misreads: readonly (readonly [string, ValueErrorCode])[];
  /** More canonical values, chosen to break the round trips. */
  values: readonly ValueOfKind<K>[];
  /** An operand as a filter has it. */
  operand: unknown;
  /** Which of the values (`values`, then what `accepts` gives) some operators find with it. */
  finds?: Partial<Record<Operator, readonly ValueOfKind<K>[]>>;
  options: readonly Record<string, unknown>[];
  badOptions: readonly Record<string, unknown>[];
}

const label = { vi: 'Thử', en: 'Test' };
const id = '0198f3a0-7c1e-7abc-8def-0123456789ab';
const otherId = '0198f3a0-7c1e-7abc-8def-0123456789ac';
const nul = String.fromCharCode(0);

const choices = [
  { value: 'new', label: { vi: 'Mới', en: 'New' } },
  { value: 'hot', label: { vi: 'Nóng; gấp', en: 'Hot, urgent' } },
  // Read alike without accents, and one label that is another's value.
  { value: 'ban', label: { vi: 'Bán', en: 'Sell' } },
  { value: 'table', label: { vi: 'Bàn', en: 'new' } },
  { value: 'old', label: { vi: 'Cũ', en: 'Old' }, archived: true },
];

const oneId = {
  accepts: [
    [id, id],
    [id.toUpperCase(), id],
    [{ id }, id],
    [{ id, title: 'Công ty Duyên' }, id],
    ['', null],
  ],
  refuses: [
    [1, 'wrongType'],
    [{}, 'wrongType'],
    [[id], 'wrongType'],
    [{ id, admin: true }, 'unknownField'],
    [`{${id}}`, 'badFormat'],
    ['1 OR 1=1', 'badFormat'],
  ],
  reads: [
    [` ${id} `, id],
    ['', null],
  ],
  misreads: [['Công ty Duyên', 'badFormat']],
  values: [id],
  operand: id,
} as const;

const manyIds = {
  accepts: [
    [
      [id, { id: otherId, title: 'B' }, id.toUpperCase()],
      [id, otherId],
    ],
    [[], null],
    [[''], null],
  ],
  refuses: [
    [id, 'wrongType'],
    [[id, 'x'], 'badFormat'],
    [[{ id, x: 1 }], 'unknownField'],
    [Array.from({ length: 401 }, () => id), 'tooMany'],
  ],
  reads: [
    [`${id}; ${otherId}`, [id, otherId]],
    ['', null],
  ],
  misreads: [['Công ty Duyên', 'badFormat']],
  values: [[id], [otherId, id]],
  operand: [id, otherId],
} satisfies Pick<
  Examples<'relations'>,
  'accepts' | 'refuses' | 'reads' | 'misreads' | 'values' | 'operand'
>;

const notExact = [
  [1.5, 'wrongType'],
  [12, 'wrongType'],
  [true, 'wrongType'],
  [Number.POSITIVE_INFINITY, 'wrongType'],
  ['NaN', 'badFormat'],
  ['Infinity', 'badFormat'],
  ['1e5', 'badFormat'],
  ['0x10', 'badFormat'],
  ['1,234.56', 'badFormat'],
  ['0.1+0.2', 'badFormat'],
  ['１２３', 'badFormat'],
  ['9'.repeat(30), 'tooLarge'],
] as const;

const notInteger = [
  ['5', 'wrongType'],
  [true, 'wrongType'],
  [Number.NaN, 'wrongType'],
  [Number.POSITIVE_INFINITY, 'wrongType'],
  [[], 'wrongType'],
  [1.5, 'tooManyDecimals'],
  [1e21, 'tooLarge'],
  [-1e21, 'tooSmall'],
] as const;

export const examples: { [K in FieldKind]: Examples<K> } = {
  text: {
    field: { kind: 'text', label, max: 10 },
    accepts: [
      ['  Hồng\u00a0 Đào ', 'Hồng Đào'],
      ['Hồng Đào'.normalize('NFD'), 'Hồng Đào'],
      ['   \t\n', null],
      ['0', '0'],
      ['null', 'null'],
      ['😀'.repeat(10), '😀'.repeat(10)],
      ['田中さん', '田中さん'],
      ['\u202etest\u202c', '\u202etest\u202c'],
    ],
    refuses: [
      [1, 'wrongType'],
      [{}, 'wrongType'],
      [`a${nul}b`, 'badCharacter'],
      ['a\ud800', 'badCharacter'],
      ['12345678901', 'tooLong'],
      ['x'.repeat(1_000_000), 'tooLong'],
    ],
    reads: [['a  b', 'a b']],
    misreads: [[nul, 'badCharacter']],
    values: ['a; b', 'a|b\\', '-5', '=1+1'],
    operand: 'đào',
    finds: { contains: ['Hồng Đào', 'Hồng Đào'], startsWith: [], eq: [] },
    options: [{}, { max: 2000 }],
    badOptions: [{ max: 0 }, { max: 2001 }, { max: '5' }, { pattern: 'x' }, { other: 1 }],
  },
  longText: {
    field: { kind: 'longText', label, max: 20 },
    accepts: [
      ['một \r\nhai\r', 'một\nhai'],
      ['\n \n', null],
    ],
    refuses: [
      [['a'], 'wrongType'],
      [`a${nul}`, 'badCharacter'],
      ['x'.repeat(21), 'tooLong'],
    ],
    reads: [['a\r\nb', 'a\nb']],
    misreads: [['x'.repeat(21), 'tooLong']],
    values: ['a\n\nb', 'a;b\n|'],
    operand: '50%',
    options: [{}, { max: 100_000 }],
    badOptions: [{ max: 0 }, { max: 1e6 }],
  },
  richText: {
    field: { kind: 'richText', label },
    accepts: [
      [' <p>Chào</p> ', '<p>Chào</p>'],
      ['', null],
    ],
    refuses: [
      [5, 'wrongType'],
      [`<p>${nul}</p>`, 'badCharacter'],
      ['x'.repeat(200_001), 'tooLong'],
    ],
    reads: [
      ['a < b\nc', '<p>a &lt; b</p><p>c</p>'],
      ['', null],
    ],
    misreads: [['\ud800', 'badCharacter']],
    values: ['<p>a</p><p>b &amp; c</p>', '<p>&lt;script&gt;</p>'],
    operand: 'chào',
    options: [{}],
    badOptions: [{ max: 5 }],
  },
  number: {
    field: { kind: 'number', label },
    accepts: [
      [5, 5],
      [-0, 0],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      ['', null],
    ],
    refuses: notInteger,
    reads: [
      ['1.234.567', 1_234_567],
      ['-5', -5],
      ['', null],
    ],
    misreads: [
      ['1,5', 'tooManyDecimals'],
      ['1e5', 'badFormat'],
      ['x', 'badFormat'],
      ['9'.repeat(20), 'tooLarge'],
    ],
    values: [0, -1, 1_500_000],
    operand: 5,
    finds: {
      eq: [5],
      lt: [0, -1, 0],
      between: [5],
      notIn: [0, -1, 1_500_000, 0, Number.MAX_SAFE_INTEGER],
    },
    options: [{}, { min: 0, max: 10 }],
    badOptions: [{ min: 0.5 }, { max: '5' }],
  },
  decimal: {
    field: { kind: 'decimal', label, scale: 3, min: '-1000', max: '999999999999.999' },
    accepts: [
      ['1.50', '1.5'],
      ['-0.0', '0'],
      ['007', '7'],
      ['100', '100'],
      ['', null],
    ],
    refuses: [
      ...notExact,
      ['0.0001', 'tooManyDecimals'],
      ['-1000.001', 'tooSmall'],
      ['1000000000000', 'tooLarge'],
      ['.5', 'badFormat'],
      ['1.', 'badFormat'],
    ],
    reads: [
      ['1.234,5', '1234.5'],
      ['', null],
    ],
    misreads: [['1.5', 'badFormat']],
    values: ['0.001', '-12.5', '123456789012.345'],
    operand: '1.5',
    options: [{}, { scale: 0, min: '-5', max: '5.5' }],
    badOptions: [{ scale: 7 }, { min: 5 }, { max: '1e5' }],
  },
  money: {
    field: { kind: 'money', label, min: '-5' },
    accepts: [
      [
        { amount: '1250000', currency: 'VND' },
        { amount: '1250000', currency: 'VND' },
      ],
      [
        { currency: 'USD', amount: '1.50' },
        { amount: '1.5', currency: 'USD' },
      ],
      [{}, null],
      [{ amount: '', currency: 'VND' }, null],
      ['', null],
    ],
    refuses: [
      ['5', 'wrongType'],
      [5, 'wrongType'],
      [[], 'wrongType'],
      ...notExact.map(([amount, code]) => [{ amount, currency: 'USD' }, code] as const),
      [{ amount: '1.5', currency: 'VND' }, 'tooManyDecimals'],
      [{ amount: '5' }, 'badCurrency'],
      [{ amount: '5', currency: 'XXY' }, 'badCurrency'],
      [{ amount: '5', currency: 'vnd' }, 'badCurrency'],
      [{ amount: '5', currency: 'VND', rate: '1' }, 'unknownField'],
      [{ amount: '-6', currency: 'VND' }, 'tooSmall'],
    ],
    reads: [
      ['1.500.000', { amount: '1500000', currency: 'VND' }],
      ['1tr5', { amount: '1500000', currency: 'VND' }],
      ['12,5 USD', { amount: '12.5', currency: 'USD' }],
      ['', null],
    ],
    misreads: [
      ['nhiều', 'badFormat'],
      ['1,5 VND', 'tooManyDecimals'],
    ],
    values: [
      { amount: '-1.25', currency: 'USD' },
      { amount: '99999999999999999', currency: 'KWD' },
    ],
    operand: '5',
    finds: {
      lt: [{ amount: '-1.25', currency: 'USD' }],
      gt: [
        { amount: '99999999999999999', currency: 'KWD' },
        { amount: '1250000', currency: 'VND' },
        { amount: '1.5', currency: 'USD' },
      ],
    },
    options: [{}, { min: '0', max: '5.5' }],
    badOptions: [{ min: 0 }, { currency: 'VND' }],
  },
  percent: {
    field: { kind: 'percent', label },
    accepts: [
      ['12.5', '12.5'],
      ['250', '250'],
      ['-3.1250', '-3.125'],
    ],
    refuses: [...notExact, ['0.00001', 'tooManyDecimals'], ['123456789', 'tooLarge']],
    reads: [
      ['12,5%', '12.5'],
      ['8 %', '8'],
      ['100', '100'],
      ['', null],
    ],
    misreads: [['%', 'badFormat']],
    values: ['0', '0.0001'],
    operand: '8',
    options: [{}, { min: '0', max: '100' }],
    badOptions: [{ scale: 2 }],
  },
  boolean: {
    field: { kind: 'boolean', label },
    accepts: [
      [true, true],
      [false, false],
      ['', null],
    ],
    refuses: [
      [1, 'wrongType'],
      ['true', 'wrongType'],
    ],
    reads: [
      ['Có', true],
      ['không', false],
      ['x', true],
      ['0', false],
      ['YES', true],
      ['', null],
    ],
    misreads: [['maybe', 'badFormat']],
    values: [true, false],
    operand: true,
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  date: {
    field: { kind: 'date', label },
    accepts: [
      ['2024-02-29', '2024-02-29'],
      ['1800-01-01', '1800-01-01'],
      ['', null],
    ],
    refuses: [
      [20260101, 'wrongType'],
      ['2026-02-29', 'badDate'],
      ['0000-00-00', 'badDate'],
      ['infinity', 'badDate'],
      ['03/02/2026', 'badDate'],
      ['2201-01-01', 'badDate'],
      ['2026-1-1', 'badDate'],
      ['2026-01-01T00:00:00Z', 'badDate'],
    ],
    reads: [
      ['03/02/2026', '2026-02-03'],
      ['2026-02-03', '2026-02-03'],
      ['', null],
    ],
    misreads: [['31/02/2026', 'badDate']],
    values: ['1999-12-31', '2200-12-31'],
    operand: '2024-02-29',
    finds: {
      eq: ['2024-02-29'],
      gt: ['2200-12-31'],
      lte: ['1999-12-31', '2024-02-29', '1800-01-01'],
    },
    options: [{}],
    badOptions: [{ min: '2020-01-01' }],
  },
  dateTime: {
    field: { kind: 'dateTime', label },
    accepts: [
      ['2026-02-16T17:30:00Z', '2026-02-16T17:30:00.000Z'],
      ['2026-02-17T00:30+07:00', '2026-02-16T17:30:00.000Z'],
      ['2026-02-16T17:30:00.123456Z', '2026-02-16T17:30:00.123Z'],
      ['', null],
    ],
    refuses: [
      [0, 'wrongType'],
      ['infinity', 'badDate'],
      ['2026-10-25T02:30:00', 'badTimeZone'],
      ['2026-02-30T10:00:00Z', 'badDate'],
      ['2026-02-03T24:00:00Z', 'badDate'],
      ['+275760-09-13T00:00:00.001Z', 'badDate'],
      ['1800-01-01T00:00:00+07:00', 'badDate'],
      ['2026-02-03', 'badDate'],
      ['2026-02-03T10:00:00+15:00', 'badTimeZone'],
    ],
    reads: [
      ['17/02/2026 00:30', '2026-02-16T17:30:00.000Z'],
      ['2026-02-16T17:30:00Z', '2026-02-16T17:30:00.000Z'],
      ['', null],
    ],
    misreads: [['25:00 17/02/2026', 'badDate']],
    values: [
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '1850-06-01T12:34:56.789Z',
      '2026-06-01T12:34:56.000Z',
    ],
    operand: '2026-02-16T17:30:00Z',
    options: [{}],
    badOptions: [{ zone: 'UTC' }],
  },
  duration: {
    field: { kind: 'duration', label },
    accepts: [
      [90, 90],
      [0, 0],
    ],
    refuses: [...notInteger, [-1, 'tooSmall']],
    reads: [
      ['1h30', 90],
      ['90', 90],
      ['1:30', 90],
      ['1 giờ 30 phút', 90],
      ['45 phút', 45],
      ['2 tiếng', 120],
      ['', null],
    ],
    misreads: [
      ['1:75', 'badFormat'],
      ['-5', 'badFormat'],
      ['lâu', 'badFormat'],
    ],
    values: [5, 60, 5_000_000],
    operand: 30,
    options: [{}, { max: 480 }],
    badOptions: [{ max: 0 }, { min: 1 }],
  },
  select: {
    field: { kind: 'select', label, options: choices },
    accepts: [
      ['new', 'new'],
      ['old', 'old'],
      ['', null],
    ],
    refuses: [
      ['New', 'notAnOption'],
      ['constructor', 'notAnOption'],
      [1, 'wrongType'],
      [['new'], 'wrongType'],
    ],
    reads: [
      ['moi', 'new'],
      ['SELL', 'ban'],
      ['Bàn', 'table'],
      ['new', 'new'],
      [' ', null],
    ],
    misreads: [['Khác', 'notAnOption']],
    values: choices.map(({ value }) => value),
    operand: 'new',
    options: [{ options: choices }, { options: choices, open: true }],
    badOptions: [
      {},
      { options: [] },
      { options: [...choices, choices[0]] },
      { options: [{ value: '1a', label }] },
      { options: [{ value: 'a', label: 'A' }] },
      { options: Array.from({ length: 201 }, (_, n) => ({ value: `v${n}`, label })) },
    ],
  },
  multiSelect: {
    field: { kind: 'multiSelect', label, options: choices },
    accepts: [
      [
        ['hot', 'new', 'hot'],
        ['hot', 'new'],
      ],
      [[], null],
    ],
    refuses: [
      ['new', 'wrongType'],
      [['x'], 'notAnOption'],
      [[1], 'wrongType'],
    ],
    reads: [
      ['moi; Bàn', ['new', 'table']],
      ['Mới, Cũ', ['new', 'old']],
      ['Hot, urgent', ['hot']],
      ['', null],
    ],
    misreads: [['Mới; Khác', 'notAnOption']],
    values: [choices.map(({ value }) => value), ['hot']],
    operand: ['new', 'hot'],
    options: [{ options: choices }],
    badOptions: [{}, { options: 'new' }],
  },
  tags: {
    field: { kind: 'tags', label },
    accepts: [
      [
        ['Hoà', 'hòa', ' VIP  vàng '],
        ['Hoà', 'VIP vàng'],
      ],
      [[' '], null],
    ],
    refuses: [
      ['vip', 'wrongType'],
      [[1], 'wrongType'],
      [['x'.repeat(61)], 'tooLong'],
      [Array.from({ length: 51 }, (_, n) => `t${n}`), 'tooMany'],
      [Array.from({ length: 100_000 }, () => 'a'), 'tooMany'],
      [[nul], 'badCharacter'],
    ],
    reads: [
      ['vip, bán lẻ; quà', ['vip', 'bán lẻ', 'quà']],
      [' ; ', null],
    ],
    misreads: [['x'.repeat(61), 'tooLong']],
    values: [['a;b', 'c,d', 'e\\', '\\;', 'f|g']],
    operand: ['Hoà'],
    finds: { hasAny: [['Hoà', 'VIP vàng']], hasAll: [['Hoà', 'VIP vàng']] },
    options: [{}],
    badOptions: [{ max: 5 }],
  },
  relation: {
    field: { kind: 'relation', label, to: 'thing' },
    ...oneId,
    options: [{ to: 'thing' }, { to: 'thing', inverse: { label } }],
    badOptions: [{}, { to: 'Thing; drop' }, { to: 'thing', inverse: {} }],
  },
  relations: {
    field: { kind: 'relations', label, to: 'thing' },
    ...manyIds,
    options: [{ to: 'thing' }],
    badOptions: [{}],
  },
  links: {
    field: { kind: 'links', label },
    accepts: [
      [
        [
          { object: 'thing', id: id.toUpperCase() },
          { object: 'box', id, title: 'B' },
          `thing:${id}`,
        ],
        [`thing:${id}`, `box:${id}`],
      ],
      [[], null],
      [[''], null],
    ],
    refuses: [
      [`thing:${id}`, 'wrongType'],
      [[1], 'wrongType'],
      [[id], 'badFormat'],
      [['thing:x'], 'badFormat'],
      [[`Thing; drop:${id}`], 'badFormat'],
      [[{ object: 'thing' }], 'wrongType'],
      [[{ id }], 'wrongType'],
      [[{ object: 'thing', id, x: 1 }], 'unknownField'],
      [Array.from({ length: 101 }, () => `thing:${id}`), 'tooMany'],
    ],
    reads: [
      [`thing:${id}; box:${otherId}`, [`thing:${id}`, `box:${otherId}`]],
      ['', null],
    ],
    misreads: [['Công ty Duyên', 'badFormat']],
    values: [[`thing:${id}`], [`box:${otherId}`, `thing:${id}`]],
    operand: [`thing:${id}`, `box:${otherId}`],
    options: [{}],
    badOptions: [{ to: 'thing' }],
  },
  members: {
    field: { kind: 'members', label },
    ...manyIds,
    options: [{}],
    badOptions: [{ to: 'x' }],
  },
  member: { field: { kind: 'member', label }, ...oneId, options: [{}], badOptions: [{ to: 'x' }] },
  team: { field: { kind: 'team', label }, ...oneId, options: [{}], badOptions: [{ to: 'x' }] },
  file: { field: { kind: 'file', label }, ...oneId, options: [{}], badOptions: [{ to: 'x' }] },
  files: { field: { kind: 'files', label }, ...manyIds, options: [{}], badOptions: [{ to: 'x' }] },
  email: {
    field: { kind: 'email', label },
    accepts: [
      [' Lan@Duyen.VN ', 'Lan@duyen.vn'],
      ['', null],
    ],
    refuses: [
      [1, 'wrongType'],
      ['lan', 'badEmail'],
      ['a@x.test\r\nBcc: v@y.test', 'badEmail'],
      ['"attacker@evil.example x"@internal.example', 'badEmail'],
      [`a@${'a.'.repeat(50_000)}!`, 'badEmail'],
      [`a${nul}@x.test`, 'badEmail'],
      ['a@x.test, b@x.test', 'badEmail'],
    ],
    reads: [['lan@DUYEN.vn', 'lan@duyen.vn']],
    misreads: [['không có', 'badEmail']],
    values: ["o'neil+tag@mail.example"],
    operand: 'lan@DUYEN.vn',
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  emails: {
    field: { kind: 'emails', label },
    accepts: [
      [
        ['Lan@x.vn', 'lan@X.vn', 'mai@x.vn', ''],
        ['Lan@x.vn', 'mai@x.vn'],
      ],
      [[], null],
    ],
    refuses: [
      ['a@x.vn', 'wrongType'],
      [['x'], 'badEmail'],
      [Array.from({ length: 21 }, (_, n) => `a${n}@x.vn`), 'tooMany'],
    ],
    reads: [
      ['a@x.vn, b@x.vn;c@x.vn', ['a@x.vn', 'b@x.vn', 'c@x.vn']],
      ['', null],
    ],
    misreads: [['a@x.vn; b', 'badEmail']],
    values: [['a@x.vn', 'b@x.vn']],
    operand: ['Lan@X.vn'],
    finds: { hasAny: [['Lan@x.vn', 'mai@x.vn']], contains: [['Lan@x.vn', 'mai@x.vn']] },
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  phone: {
    field: { kind: 'phone', label },
    accepts: [
      ['0901 234 567', '+84901234567'],
      ['01681234567', '+84381234567'],
      ['024 3825 1234 ext 12', '+842438251234;ext=12'],
      ['+1 212 555 2368', '+12125552368'],
      [' ', null],
    ],
    refuses: [
      [901234567, 'wrongType'],
      ['12345', 'badPhone'],
      [`+${'1 '.repeat(50_000)}`, 'badPhone'],
      ['0901234567 / 0912345678', 'badPhone'],
    ],
    reads: [['0912.345.678', '+84912345678']],
    misreads: [['gọi sau', 'badPhone']],
    values: ['+842438251234;ext=12', '+8419001234', '+12125552368', '+84838251234'],
    operand: '0901234567',
    finds: { eq: ['+84901234567'], contains: ['+84901234567'], startsWith: ['+84901234567'] },
    options: [{}],
    badOptions: [{ country: 'VN' }],
  },
  phones: {
    field: { kind: 'phones', label },
    accepts: [
      [
        ['0901234567', '+84 901 234 567', '0912345678'],
        ['+84901234567', '+84912345678'],
      ],
      [[], null],
    ],
    refuses: [
      ['0901234567', 'wrongType'],
      [['0901234567 / 0912345678'], 'badPhone'],
      [[null], 'wrongType'],
    ],
    reads: [
      ['0901234567 / 0912345678', ['+84901234567', '+84912345678']],
      ['0901234567-0912345678', ['+84901234567', '+84912345678']],
      ['', null],
    ],
    misreads: [['0901234567; không', 'badPhone']],
    values: [['+842438251234;ext=12', '+84901234567'], ['+12125552368']],
    operand: ['0901234567'],
    finds: {
      hasAny: [
        ['+842438251234;ext=12', '+84901234567'],
        ['+84901234567', '+84912345678'],
      ],
      contains: [
        ['+842438251234;ext=12', '+84901234567'],
        ['+84901234567', '+84912345678'],
      ],
    },
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  url: {
    field: { kind: 'url', label },
    accepts: [
      ['duyen.vn', 'https://duyen.vn'],
      ['http://Duyen.vn/a b'.replace(' ', '%20'), 'http://duyen.vn/a%20b'],
      ['', null],
    ],
    refuses: [
      [1, 'wrongType'],
      ['javascript:alert(1)', 'badUrl'],
      ['https://a:b@x.vn', 'badUrl'],
      ['https://x.vn/\ud800', 'badUrl'],
      [`https://x.vn/${'a'.repeat(2020)}`, 'tooLong'],
      ['a'.repeat(1_000_000), 'badUrl'],
    ],
    reads: [['www.duyen.vn/trang', 'https://www.duyen.vn/trang']],
    misreads: [['không có', 'badUrl']],
    values: ['https://xn--duyn-6qa.vn/?q=1#x'],
    operand: 'duyen.vn',
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  address: {
    field: { kind: 'address', label },
    accepts: [
      [
        { line1: ' 12  Lê Lợi', wardCode: '26734', provinceCode: '79' },
        { line1: '12 Lê Lợi', wardCode: '26734', provinceCode: '79', countryCode: 'VN' },
      ],
      [
        { line1: 'x', latitude: 10.77688899, longitude: -0 },
        { line1: 'x', countryCode: 'VN', latitude: 10.776889, longitude: 0 },
      ],
      [{ countryCode: 'VN', line1: '' }, null],
      [{}, null],
    ],
    refuses: [
      ['12 Lê Lợi', 'wrongType'],
      [[], 'wrongType'],
      [{ toString: 'x' }, 'unknownField'],
      [{ provinceCode: '7' }, 'badFormat'],
      [{ wardCode: '2673x' }, 'badFormat'],
      [{ line1: 'x', countryCode: 'vn' }, 'badFormat'],
      [{ line1: 5 }, 'wrongType'],
      [{ latitude: 10 }, 'required'],
      [{ latitude: 91, longitude: 0 }, 'tooLarge'],
      [{ latitude: '10', longitude: 0 }, 'wrongType'],
      [{ legacyText: 'x'.repeat(501) }, 'tooLong'],
    ],
    reads: [
      ['Hoa Kỳ', { countryCode: 'US', legacyText: 'Hoa Kỳ' }],
      ['kenya', { countryCode: 'KE', legacyText: 'kenya' }],
      ['VN', { countryCode: 'VN', legacyText: 'VN' }],
      ['12 Lê Lợi, Quận 1', { countryCode: 'VN', legacyText: '12 Lê Lợi, Quận 1' }],
      ['a | b | c | d', { countryCode: 'VN', legacyText: 'a | b | c | d' }],
      [
        '12 Lê Lợi | 26734 | 79 | VN',
        {
          line1: '12 Lê Lợi',
          wardCode: '26734',
          provinceCode: '79',
          countryCode: 'VN',
        },
      ],
      ['', null],
    ],
    misreads: [['x'.repeat(501), 'tooLong']],
    values: [
      { countryCode: 'US', legacyText: '1 Main St | Springfield\\\nIL' },
      { countryCode: 'VN', legacyText: 'a | b | c | VN' },
      { line1: 'a|b', countryCode: 'VN', latitude: 0.000001, longitude: -179.5 },
    ],
    operand: 'lê lợi',
    finds: {
      contains: [{ line1: '12 Lê Lợi', wardCode: '26734', provinceCode: '79', countryCode: 'VN' }],
    },
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  fullName: {
    field: { kind: 'fullName', label },
    accepts: [
      [
        'Nguyễn  Thị Hồng Đào',
        { full: 'Nguyễn Thị Hồng Đào', family: 'Nguyễn', middle: 'Thị Hồng', given: 'Đào' },
      ],
      [
        { family: 'Smith', given: 'John', full: 'John Smith' },
        { full: 'John Smith', family: 'Smith', middle: '', given: 'John' },
      ],
      [
        { full: 'Ai đó khác', family: 'Lê', given: 'An' },
        { full: 'Lê An', family: 'Lê', middle: '', given: 'An' },
      ],
      ['Lan', { full: 'Lan', family: '', middle: '', given: 'Lan' }],
      [{ full: ' ' }, null],
      ['', null],
    ],
    refuses: [
      [5, 'wrongType'],
      [['Lan'], 'wrongType'],
      [{ given: 5 }, 'wrongType'],
      [{ first: 'Lan' }, 'unknownField'],
      [`a${nul}`, 'badCharacter'],
      ['x'.repeat(256), 'tooLong'],
    ],
    reads: [
      ['Đỗ Đức', { full: 'Đỗ Đức', family: 'Đỗ', middle: '', given: 'Đức' }],
      ['', null],
    ],
    misreads: [['x'.repeat(256), 'tooLong']],
    values: [
      { full: 'John Smith', family: 'Smith', middle: '', given: 'John' },
      { full: 'a | b | c | d', family: 'a', middle: '| b | c |', given: 'd' },
      { full: 'Công Tằng Tôn Nữ Lan', family: 'Công Tằng Tôn Nữ', middle: '', given: 'Lan' },
    ],
    operand: 'đào',
    finds: {
      contains: [
        { full: 'Nguyễn Thị Hồng Đào', family: 'Nguyễn', middle: 'Thị Hồng', given: 'Đào' },
      ],
    },
    options: [{}],
    badOptions: [{ max: 1 }],
  },
  autoNumber: {
    field: { kind: 'autoNumber', label, pattern: 'KH-{000000}' },
    accepts: [
      [' KH-000001 ', 'KH-000001'],
      ['', null],
    ],
    refuses: [
      [1, 'wrongType'],
      ['x'.repeat(61), 'tooLong'],
    ],
    reads: [['CŨ/12', 'CŨ/12']],
    misreads: [['x'.repeat(61), 'tooLong']],
    values: ['HD-2026-0001'],
    operand: 'KH-000001',
    options: [
      { pattern: 'KH-{000000}' },
      { pattern: 'HD-{yyyy}-{0000}' },
      { pattern: '{yy}{mm}{0}' },
    ],
    badOptions: [
      {},
      { pattern: 'KH-' },
      { pattern: '{00}{00}' },
      { pattern: '{mm}-{00}' },
      { pattern: '{dd}{00}' },
      { pattern: '{00000000000}' },
      { pattern: `x${nul}{00}` },
    ],
  },
  rating: {
    field: { kind: 'rating', label },
    accepts: [
      [1, 1],
      [5, 5],
    ],
    refuses: [...notInteger, [0, 'tooSmall'], [6, 'tooLarge']],
    reads: [
      ['4', 4],
      ['', null],
    ],
    misreads: [['6', 'tooLarge']],
    values: [3],
    operand: 3,
    options: [{}, { max: 10 }],
    badOptions: [{ max: 1 }, { max: 11 }],
  },
  json: {
    field: { kind: 'json', label },
    accepts: [
      [{ a: [1, null, 'x'] }, { a: [1, null, 'x'] }],
      [{}, {}],
      [false, false],
    ],
    refuses: [
      [JSON.parse('{"a":{"__proto__":{"isAdmin":true}}}'), 'unknownField'],
      [{ constructor: 1 }, 'unknownField'],
      [{ a: Number.POSITIVE_INFINITY }, 'wrongType'],
      [{ a: `x${nul}` }, 'badCharacter'],
      [{ ['\ud800']: 1 }, 'badCharacter'],
      [{ ['k'.repeat(70_000)]: 1 }, 'tooLong'],
      [JSON.parse(`${'['.repeat(21)}${']'.repeat(21)}`), 'tooLarge'],
      [JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`), 'tooLarge'],
    ],
    reads: [
      ['{"a":1}', { a: 1 }],
      ['', null],
    ],
    misreads: [['{a}', 'badFormat']],
    values: [{ z: 1, a: { y: [], b: '' } }, [1, 'hai'], 0, 'text'],
    operand: {},
    options: [{}],
    badOptions: [{ max: 1 }],
  },
};
