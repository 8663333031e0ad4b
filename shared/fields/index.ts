import type { Field, Label } from '../define.ts';
import type { ValueKind } from './kind.ts';
import { address, type Address, type AddressField } from './address.ts';
import { autoNumber, type AutoNumberField } from './autoNumber.ts';
import { boolean, type BooleanField } from './boolean.ts';
import { date, type DateField } from './date.ts';
import { dateTime, type DateTimeField } from './dateTime.ts';
import { decimal, type DecimalField } from './decimal.ts';
import { duration, type DurationField } from './duration.ts';
import { email, type EmailField } from './email.ts';
import { emails, type EmailsField } from './emails.ts';
import { file, type FileField } from './file.ts';
import { files, type FilesField } from './files.ts';
import { fullName, type FullName, type FullNameField } from './fullName.ts';
import { json, type JsonField } from './json.ts';
import { links, type LinksField } from './links.ts';
import { longText, type LongTextField } from './longText.ts';
import { member, type MemberField } from './member.ts';
import { members, type MembersField } from './members.ts';
import { money, type Money, type MoneyField } from './money.ts';
import { multiSelect, type MultiSelectField } from './multiSelect.ts';
import { number, type NumberField } from './number.ts';
import { percent, type PercentField } from './percent.ts';
import { phone, type PhoneField } from './phone.ts';
import { phones, type PhonesField } from './phones.ts';
import { rating, type RatingField } from './rating.ts';
import { relation, type RelationField } from './relation.ts';
import { relations, type RelationsField } from './relations.ts';
import { richText, type RichTextField } from './richText.ts';
import { select, type SelectField } from './select.ts';
import { tags, type TagsField } from './tags.ts';
import { team, type TeamField } from './team.ts';
import { text, type TextField } from './text.ts';
import { url, type UrlField } from './url.ts';

/** Per kind: the declared field, and the canonical value. Ids stand for other records. */
interface Kinds {
  text: [TextField, string];
  longText: [LongTextField, string];
  richText: [RichTextField, string];
  number: [NumberField, number];
  decimal: [DecimalField, string];
  money: [MoneyField, Money];
  percent: [PercentField, string];
  boolean: [BooleanField, boolean];
  date: [DateField, string];
  dateTime: [DateTimeField, string];
  duration: [DurationField, number];
  select: [SelectField, string];
  multiSelect: [MultiSelectField, string[]];
  tags: [TagsField, string[]];
  relation: [RelationField, string];
  relations: [RelationsField, string[]];
  links: [LinksField, string[]];
  member: [MemberField, string];
  members: [MembersField, string[]];
  team: [TeamField, string];
  email: [EmailField, string];
  emails: [EmailsField, string[]];
  phone: [PhoneField, string];
  phones: [PhonesField, string[]];
  url: [UrlField, string];
  address: [AddressField, Address];
  fullName: [FullNameField, FullName];
  autoNumber: [AutoNumberField, string];
  file: [FileField, string];
  files: [FilesField, string[]];
  rating: [RatingField, number];
  json: [JsonField, unknown];
}

export type FieldKind = keyof Kinds;
export type FieldOf<K extends FieldKind> = Kinds[K][0];
export type ValueOfKind<K extends FieldKind> = Kinds[K][1];
export type ValueOf<F> = F extends { kind: infer K extends FieldKind } ? ValueOfKind<K> : never;

const valueKinds = {
  text,
  longText,
  richText,
  number,
  decimal,
  money,
  percent,
  boolean,
  date,
  dateTime,
  duration,
  select,
  multiSelect,
  tags,
  relation,
  relations,
  links,
  member,
  members,
  team,
  email,
  emails,
  phone,
  phones,
  url,
  address,
  fullName,
  autoNumber,
  file,
  files,
  rating,
  json,
} satisfies { [K in FieldKind]: ValueKind<FieldOf<K>, ValueOfKind<K>> };

export const fieldKinds = Object.keys(valueKinds) as FieldKind[];

/** The value side of a field, for code that works with any kind. */
export const valueKind = (field: Field): ValueKind<Field, unknown> =>
  // The registry is keyed by the very kind the field carries, which the type system cannot correlate.
  valueKinds[field.kind] as unknown as ValueKind<Field, unknown>;

type Options<K extends FieldKind> = Omit<FieldOf<K>, 'kind' | 'label'>;
type Arguments<K extends FieldKind, O> = object extends Options<K> ? [options?: O] : [options: O];

const declare =
  <K extends FieldKind>(kind: K) =>
  <const O extends Options<K>>(label: Label, ...[options]: Arguments<K, O>) =>
    ({ ...options, kind, label }) as O & { kind: K; label: Label };

/** `f.text({ vi: 'Tên', en: 'Name' }, { required: true })`: how declarations are written. */
export const f = {
  text: declare('text'),
  longText: declare('longText'),
  richText: declare('richText'),
  number: declare('number'),
  decimal: declare('decimal'),
  money: declare('money'),
  percent: declare('percent'),
  boolean: declare('boolean'),
  date: declare('date'),
  dateTime: declare('dateTime'),
  duration: declare('duration'),
  select: declare('select'),
  multiSelect: declare('multiSelect'),
  tags: declare('tags'),
  relation: declare('relation'),
  relations: declare('relations'),
  links: declare('links'),
  member: declare('member'),
  members: declare('members'),
  team: declare('team'),
  email: declare('email'),
  emails: declare('emails'),
  phone: declare('phone'),
  phones: declare('phones'),
  url: declare('url'),
  address: declare('address'),
  fullName: declare('fullName'),
  autoNumber: declare('autoNumber'),
  file: declare('file'),
  files: declare('files'),
  rating: declare('rating'),
  json: declare('json'),
} satisfies Record<FieldKind, unknown>;
