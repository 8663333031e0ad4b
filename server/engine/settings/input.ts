import { z } from 'zod';
import type { Field } from '#shared/define.ts';
import { fieldKinds, valueKind, type FieldKind } from '#shared/fields/index.ts';
import { labelSchema, words } from '#shared/fields/label.ts';
import { keyPattern } from '../records/sql.ts';
import { mostFields } from './limits.ts';

const key = z.string().regex(keyPattern);
const section = z.string().regex(keyPattern);

/** What every field says whatever its kind. */
const common = {
  label: labelSchema,
  help: z.strictObject({ vi: words(500), en: words(500) }).exactOptional(),
  required: z.boolean().exactOptional(),
  unique: z.boolean().exactOptional(),
  index: z.boolean().exactOptional(),
  default: z.unknown().optional(),
  section: section.exactOptional(),
  importNames: z.array(words(100)).max(20).exactOptional(),
};

/** `json` is for the program's own records: nobody could fill it in a form. */
export const customKinds = fieldKinds.filter((kind) => kind !== 'json');

const optionsOf = (kind: FieldKind) =>
  // Only the kind is asked for; a declared field of it has more.
  valueKind({ kind } as Field).options;

const ofKind = (kind: FieldKind) => optionsOf(kind).extend({ ...common, kind: z.literal(kind) });

/** A definition of a field of any kind, as it is kept: options are the kind's own. */
export const fieldDefinition = z.discriminatedUnion('kind', unionOf(customKinds.map(ofKind)));
export const fieldInput = z.discriminatedUnion(
  'kind',
  unionOf(customKinds.map((kind) => ofKind(kind).extend({ key }))),
);
export type FieldInput = Field & { key: string };

/** Whether columns or keys are made by this option of a kind. */
const isFixed = (schema: z.core.$ZodType): boolean =>
  z.toJSONSchema(schema, { unrepresentable: 'any' })['fixed'] === true;

function unionOf<T>(schemas: readonly T[]): [T, ...T[]] {
  const [first, ...rest] = schemas;
  if (first === undefined) throw new Error('there are no kinds of fields');
  return [first, ...rest];
}

/** Options of any kind that may change later, each checked by its kind when it is put into the field. */
const changeable = Object.fromEntries(
  customKinds
    .flatMap((kind) => Object.entries(optionsOf(kind).shape))
    .filter(([, schema]) => !isFixed(schema))
    .map(([name]) => [name, z.unknown().optional()]),
);

/** Kind and key stay; options may only be widened. `null` takes away what may be missing. */
export const fieldPatch = z.strictObject({
  ...changeable,
  label: labelSchema.exactOptional(),
  help: common.help.unwrap().nullable().exactOptional(),
  section: section.nullable().exactOptional(),
  required: z.boolean().exactOptional(),
  default: z.unknown().optional(),
  importNames: common.importNames.unwrap().nullable().exactOptional(),
  options: z.array(z.unknown()).max(200).exactOptional(),
  /** Of an automatic number. */
  pattern: z.string().min(3).max(40).exactOptional(),
});
export type FieldPatch = z.infer<typeof fieldPatch>;

const path = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(60);
const fieldKeys = z.array(key).max(mostFields);
const sections = z
  .record(section, labelSchema)
  .refine((all) => Object.keys(all).length <= 50, { params: { code: 'tooMany' } });
const view = z.strictObject({
  key,
  label: labelSchema,
  where: z.unknown().optional(),
  sort: z.string().max(200).exactOptional(),
  columns: fieldKeys.exactOptional(),
});

const presentation = {
  label: labelSchema.exactOptional(),
  pluralLabel: labelSchema.exactOptional(),
  search: fieldKeys.exactOptional(),
  list: fieldKeys.exactOptional(),
  quickCreate: fieldKeys.exactOptional(),
  sections: sections.exactOptional(),
  views: z.array(view).max(50).exactOptional(),
};

export const objectInput = z.strictObject({
  ...presentation,
  key,
  path,
  label: labelSchema,
  pluralLabel: labelSchema,
  reach: z.union([z.enum(['owned', 'shared']), z.strictObject({ through: key })]).default('owned'),
  /** Which of `fields` stands for the record; a field `name` is made when there are none. */
  title: key.default('name'),
  fields: z.array(fieldInput).max(mostFields).default([]),
});
export const objectNames = objectInput.pick({ key: true, path: true });
export type ObjectInput = Omit<z.infer<typeof objectInput>, 'fields'> & {
  fields: readonly FieldInput[];
};

/** How pages and forms of an object look to a role; parts that are missing stay as they are. */
export const layoutInput = z.strictObject({
  facts: fieldKeys.exactOptional(),
  sections: z
    .array(z.strictObject({ key: section, label: labelSchema.exactOptional(), fields: fieldKeys }))
    .max(50)
    .exactOptional(),
  hidden: fieldKeys.exactOptional(),
  required: fieldKeys.exactOptional(),
  quickCreate: fieldKeys.exactOptional(),
  related: z.array(z.string().max(100)).max(200).exactOptional(),
  defaultView: z.string().min(1).max(60).exactOptional(),
});

export const objectPatch = z.strictObject({ ...presentation, title: key.exactOptional() });
export type ObjectPatch = z.infer<typeof objectPatch>;

/** All that is changed of an object in one go: it comes about as a whole or not at all. */
export const designInput = z.strictObject({
  /** As it was when the changes began; another one by now makes them stale. */
  revision: z.string().max(40),
  added: z.array(fieldInput).max(mostFields).default([]),
  changed: z.record(key, fieldPatch).default({}),
  object: objectPatch.exactOptional(),
  /** Every field of the company's own that is in use, the new ones too. */
  order: z.array(key).max(mostFields).exactOptional(),
  /** By role, or `everyone`; null takes one back. */
  layouts: z.record(z.string().max(60), layoutInput.nullable()).default({}),
});
export type Design = Omit<z.infer<typeof designInput>, 'added'> & { added: readonly FieldInput[] };
