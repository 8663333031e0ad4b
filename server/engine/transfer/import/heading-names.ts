import type { FieldKind } from '#shared/fields/index.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import { foldWords } from '#shared/locale/text.ts';
import type { Target } from './targets.ts';

/** A name a column may have for a target, as folded words, and how sure it is that it means it. */
export interface HeadingName {
  words: string;
  score: number;
}

/** From the house to the country, as an address is written; a file has them in columns of any order. */
const addressParts: readonly (readonly string[])[] = [
  ['dia chi', 'address', 'location', 'duong', 'so nha', 'street'],
  ['phuong', 'xa', 'phuong xa', 'xa phuong', 'ward', 'commune'],
  ['quan', 'huyen', 'quan huyen', 'huyen quan', 'district'],
  [
    'tinh',
    'thanh pho',
    'tinh thanh',
    'tinh thanh pho',
    'tinh tp',
    'city',
    'province',
    'city province',
  ],
  ['quoc gia', 'nuoc', 'country'],
];

/** Where a column stands among those that make one value. */
export const partRank = (field: ModelField, heading: string): number =>
  field.kind === 'address'
    ? addressParts.findIndex((names) => names.includes(headingWords(heading)))
    : 0;

const phoneNames = [
  'sdt',
  'so dt',
  'dt',
  'dtdd',
  'dien thoai',
  'so dien thoai',
  'di dong',
  'mobile',
  'phone',
  'phone number',
  'tel',
  'telephone',
];
const mailNames = ['email', 'e mail', 'mail', 'thu dien tu', 'dia chi email', 'email address'];

/** What people write over columns of these kinds, whatever the object. */
const kindNames: Partial<Record<FieldKind, readonly string[]>> = {
  phone: phoneNames,
  phones: [...phoneNames, 'hotline'],
  email: mailNames,
  emails: mailNames,
  address: addressParts.flat(),
  url: ['website', 'web', 'trang web', 'homepage'],
  fullName: ['ho ten', 'ho va ten', 'ten', 'full name', 'name'],
  autoNumber: ['ma', 'ma so', 'code'],
  longText: ['ghi chu', 'note', 'notes', 'dien giai'],
};

/** What words are shortened to over the columns of Vietnamese spreadsheets. */
const longForms = new Map([
  ['cty', 'cong ty'],
  ['dc', 'dia chi'],
  ['kh', 'khach hang'],
  ['lh', 'lien he'],
  ['ncc', 'nha cung cap'],
  ['nlh', 'nguoi lien he'],
  ['nv', 'nhan vien'],
  ['sn', 'sinh nhat'],
]);

/** `yearEstablished`, `year_established` and `Year established` are the same words; so are `Tên KH` and `Tên khách hàng`. */
export const headingWords = (text: string): string =>
  foldWords(text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/(?<!\p{L})đ\/c(?!\p{L})/iu, 'dc'))
    .map((word) => longForms.get(word) ?? word)
    .join(' ');

function ownNames(field: ModelField): HeadingName[] {
  const { vi, en } = field.label;
  // Two fields of one label are told apart in an export by their keys.
  const said = [
    field.key,
    vi,
    en,
    `${vi} ${field.key}`,
    `${en} ${field.key}`,
    ...(field.importNames ?? []),
  ];
  return [
    ...said.map((name) => ({ words: headingWords(name), score: 1 })),
    // A list takes what a single one would not.
    ...(kindNames[field.kind] ?? []).map((words) => ({
      words,
      score: field.kind === 'phones' || field.kind === 'emails' ? 0.92 : 0.9,
    })),
  ];
}

const objectNames = (object: ModelObject): string[] => [
  ...new Set([object.key, object.label.vi, object.label.en].map(headingWords)),
];

/** The title stands for the record, so the record's own name is its heading. */
function titleNames(object: ModelObject, callings: readonly string[]): HeadingName[] {
  return [
    ...callings.flatMap((name) => [
      { words: name, score: 0.95 },
      { words: `ten ${name}`, score: 0.95 },
      { words: `${name} name`, score: 0.95 },
      { words: `${name} person`, score: 0.95 },
    ]),
    ...['ten', 'name', 'ho ten', 'ho va ten', 'full name', 'title'].map((words) => ({
      words,
      score: 0.9,
    })),
  ];
}

/** Every name of a target. Those of a related object carry its name too; without it they are worth less. */
export function namesOf({ object, field, relative }: Target): HeadingName[] {
  // A title that rules make up is not what people have a column for.
  const title = object.title === field.key && field.readOnly !== true;
  const called = new Set(objectNames(object));
  if (relative?.side === 'parent') {
    for (const { words, score } of ownNames(relative.link)) if (score === 1) called.add(words);
  }
  const callings = [...called];
  const plain = [...ownNames(field), ...(title ? titleNames(object, callings) : [])];
  if (!relative) return plain;
  const prefixed = plain.flatMap(({ words, score }) =>
    callings.flatMap((name) => [
      { words: `${words} ${name}`, score: score * 0.97 },
      { words: `${name} ${words}`, score: score * 0.97 },
    ]),
  );
  const standing = title ? callings.map((words) => ({ words, score: 0.93 })) : [];
  return [...prefixed, ...standing, ...plain.map(({ words }) => ({ words, score: bare }))];
}

/** What a related field's name is worth when the heading does not say whose it is. */
export const bare = 0.65;

/** 0 to 1: how well a heading says one of the names. */
export function headingScore(heading: string, names: readonly HeadingName[]): number {
  const words = new Set(heading.split(' '));
  let best = 0;
  for (const name of names) {
    if (name.words === heading) best = Math.max(best, name.score);
    else if (name.score > bare) best = Math.max(best, name.score * likeness(words, name.words));
  }
  return best;
}

function likeness(heading: ReadonlySet<string>, name: string): number {
  const words = new Set(name.split(' '));
  const common = words.intersection(heading).size;
  // One word in common says too little, unless it is nearly all there is.
  const all = heading.size + words.size - common;
  return common < 2 ? 0 : (common / all) * 0.9;
}
