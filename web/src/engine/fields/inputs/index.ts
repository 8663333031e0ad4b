import type { Field } from '#shared/define.ts';
import type { FieldKind, FieldOf } from '#shared/fields/index.ts';
import type { FieldInput } from '../field-input.ts';
import { address } from './address.tsx';
import { autoNumber } from './autoNumber.tsx';
import { boolean } from './boolean.tsx';
import { date } from './date.tsx';
import { dateTime } from './dateTime.tsx';
import { decimal } from './decimal.tsx';
import { duration } from './duration.tsx';
import { email } from './email.tsx';
import { emails } from './emails.tsx';
import { file } from './file.tsx';
import { files } from './files.tsx';
import { fullName } from './fullName.tsx';
import { json } from './json.tsx';
import { links } from './links.tsx';
import { longText } from './longText.tsx';
import { member } from './member.tsx';
import { members } from './members.tsx';
import { money } from './money.tsx';
import { multiSelect } from './multiSelect.tsx';
import { number } from './number.tsx';
import { percent } from './percent.tsx';
import { phone } from './phone.tsx';
import { phones } from './phones.tsx';
import { rating } from './rating.tsx';
import { relation } from './relation.tsx';
import { relations } from './relations.tsx';
import { richText } from './richText.tsx';
import { select } from './select.tsx';
import { tags } from './tags.tsx';
import { team } from './team.tsx';
import { text } from './text.tsx';
import { url } from './url.tsx';
import { unknown } from './unknown.tsx';

const fieldInputs = {
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
} satisfies { [K in FieldKind]: FieldInput<FieldOf<K>> };

// Keyed by the very kind that fields carry, which the type system cannot correlate.
const byKind: ReadonlyMap<string, FieldInput<Field>> = new Map(
  Object.entries(fieldInputs as unknown as Record<string, FieldInput<Field>>),
);

/** The boxes of a field, for code that works with any kind. A kind that this page does not know is read only. */
export const fieldInput = ({ kind }: { kind: string }): FieldInput<Field> =>
  byKind.get(kind) ?? unknown;
