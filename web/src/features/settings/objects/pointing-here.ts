import type { Label } from '#shared/define.ts';
import type { ScreenModel, ScreenObject } from '#web/api/model.ts';

/** Every list of records that could stand on the pages of an object: of each relation that points to it. */
export const pointingHere = (
  object: ScreenObject,
  model: ScreenModel,
): { key: string; label: Label }[] =>
  model.objects.flatMap((other) =>
    other.fields.flatMap((field) => {
      const isPointing = field.kind === 'relation' || field.kind === 'relations';
      if (!isPointing || field.system || field.to !== object.key) return [];
      return [
        { key: `${other.key}.${field.key}`, label: field.inverse?.label ?? other.pluralLabel },
      ];
    }),
  );
