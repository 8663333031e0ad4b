import type { ScreenObject } from '#web/api/model.ts';
import { fieldView } from '../fields/view-registry.ts';

/** Values as inputs gave them, in the form the server takes. */
export function toInput(
  object: ScreenObject,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = object.field.get(key);
      const change = field && fieldView(field).toInput;
      return [key, field && change ? change(value, field) : value];
    }),
  );
}
