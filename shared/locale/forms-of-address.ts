import { fold } from './text.ts';

/** How Vietnamese people are spoken to; kept as text in records. */
export const formsOfAddress = [
  { value: 'anh', label: { vi: 'Anh', en: 'Mr (anh)' } },
  { value: 'chi', label: { vi: 'Chị', en: 'Ms (chị)' } },
  { value: 'em', label: { vi: 'Em', en: 'Younger person (em)' } },
  { value: 'co', label: { vi: 'Cô', en: 'Miss or aunt (cô)' } },
  { value: 'chu', label: { vi: 'Chú', en: 'Uncle (chú)' } },
  { value: 'bac', label: { vi: 'Bác', en: 'Elder (bác)' } },
  { value: 'ong', label: { vi: 'Ông', en: 'Mr, formal (ông)' } },
  { value: 'ba', label: { vi: 'Bà', en: 'Mrs, formal (bà)' } },
  { value: 'quyKhach', label: { vi: 'Quý khách', en: 'Valued customer (quý khách)' } },
] as const;
export type FormOfAddress = (typeof formsOfAddress)[number]['value'];

const spokenForms: ReadonlyMap<string, FormOfAddress> = new Map<string, FormOfAddress>([
  ...formsOfAddress.map((form): [string, FormOfAddress] => [fold(form.label.vi), form.value]),
  ['mr', 'anh'],
  ['ms', 'chi'],
  ['miss', 'co'],
  ['mrs', 'ba'],
  ['a', 'anh'],
  ['c', 'chi'],
]);

/** Reads a cell such as `Anh`, `CHỊ`, `Mr.`. */
export function parseFormOfAddress(text: string): FormOfAddress | undefined {
  return spokenForms.get(fold(text).replace(/[.:]$/, ''));
}

export const genders = [
  { value: 'male', label: { vi: 'Nam', en: 'Male' } },
  { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
  { value: 'other', label: { vi: 'Khác', en: 'Other' } },
] as const;
export type Gender = (typeof genders)[number]['value'];

const spokenGenders: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['nam', 'male'],
  ['male', 'male'],
  ['m', 'male'],
  ['nam gioi', 'male'],
  ['nu', 'female'],
  ['female', 'female'],
  ['f', 'female'],
  ['nu gioi', 'female'],
  ['khac', 'other'],
  ['other', 'other'],
]);

/** Reads a gender word. A name is never evidence of gender. */
export function parseGender(text: string): Gender | undefined {
  return spokenGenders.get(fold(text).replace(/\.$/, ''));
}
