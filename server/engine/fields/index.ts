import type { Field } from '#shared/define.ts';
import type { FieldKind, FieldOf, ValueOfKind } from '#shared/fields/index.ts';
import type { SqlKind } from './kind.ts';
import { address } from './address.ts';
import { autoNumber } from './autoNumber.ts';
import { boolean } from './boolean.ts';
import { date } from './date.ts';
import { dateTime } from './dateTime.ts';
import { decimal } from './decimal.ts';
import { duration } from './duration.ts';
import { email } from './email.ts';
import { emails } from './emails.ts';
import { file } from './file.ts';
import { files } from './files.ts';
import { fullName } from './fullName.ts';
import { json } from './json.ts';
import { links } from './links.ts';
import { longText } from './longText.ts';
import { member } from './member.ts';
import { members } from './members.ts';
import { money } from './money.ts';
import { multiSelect } from './multiSelect.ts';
import { number } from './number.ts';
import { percent } from './percent.ts';
import { phone } from './phone.ts';
import { phones } from './phones.ts';
import { rating } from './rating.ts';
import { relation } from './relation.ts';
import { relations } from './relations.ts';
import { richText } from './richText.ts';
import { select } from './select.ts';
import { tags } from './tags.ts';
import { team } from './team.ts';
import { text } from './text.ts';
import { url } from './url.ts';

const sqlKinds = {
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
} satisfies { [K in FieldKind]: SqlKind<FieldOf<K>, ValueOfKind<K>> };

/** The SQL side of a field, for code that works with any kind. */
export const sqlKind = (field: Field): SqlKind<Field, unknown> =>
  // The registry is keyed by the very kind the field carries, which the type system cannot correlate.
  sqlKinds[field.kind] as unknown as SqlKind<Field, unknown>;
