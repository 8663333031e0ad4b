import { z } from 'zod';
import type { Field } from '#shared/define.ts';
import { valueKind, type FieldKind } from '#shared/fields/index.ts';
import type { JsonSchema } from '#shared/fields/kind.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { references } from '../records/references.ts';
import { titleKinds } from './check-object.ts';
import { customKinds } from './input.ts';
import { requireAdministrator } from './require-administrator.ts';

/** What can be said of a field of a kind, for whoever draws a form of it. */
export interface KindSetting {
  kind: FieldKind;
  /** Options of the kind by name; `fixed` ones stay as they are once the field is made. */
  options: Record<string, JsonSchema>;
  required: readonly string[];
  can: { require: boolean; unique: boolean; search: boolean; default: boolean; title: boolean };
}

export function listKinds(ctx: Ctx): KindSetting[] {
  requireAdministrator(ctx);
  return customKinds.map(describeKind);
}

function describeKind(kind: FieldKind): KindSetting {
  const label = { vi: kind, en: kind };
  // As one of its kind in general: what is asked here depends on no option.
  const field = { kind, label, unique: true } as Field;
  const value = valueKind(field);
  const { properties, required } = z.toJSONSchema(value.options);
  const isGiven = value.numbered === true;
  return {
    kind,
    // Schemas of options are objects: none of them takes everything or nothing.
    options: (properties ?? {}) as Record<string, JsonSchema>,
    required: required ?? [],
    can: {
      require: !isGiven,
      unique:
        !isGiven &&
        sqlKind(field)
          .indexes(field)
          .some(({ unique }) => unique),
      search: 'searchWords' in value,
      default: references[kind] === undefined && !isGiven,
      title: titleKinds.has(kind),
    },
  };
}
