import type { Label } from '#shared/define.ts';
import type { NewField } from './draft.ts';
import type { FieldSaid, KindSetting } from './objects-api.ts';

/** A name in one language stands for both. */
export const inBoth = ({ vi, en }: Label): Label => ({ vi: vi || en, en: en || vi });

/** A field as it would be kept of what was typed, and what its kind still needs. */
export function completeField(
  typed: NewField,
  key: string,
  kind: KindSetting | undefined,
): { field: NewField; missing: readonly string[] } {
  const options = (typed.options ?? [])
    .filter(({ label }) => label.vi !== '' || label.en !== '')
    .map((option) => ({ ...option, label: inBoth(option.label) }));
  const field: NewField = {
    ...typed,
    key,
    label: inBoth(typed.label),
    ...(typed.help && { help: inBoth(typed.help) }),
    ...(kind?.options['options'] && { options }),
  };
  return { field, missing: (kind?.required ?? []).filter((name) => isEmpty(field[name])) };
}

const isEmpty = (value: FieldSaid[string]): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
