import type { ScreenObject } from '#web/api/model.ts';

type Values = Readonly<Record<string, unknown>>;

const canTake = (object: ScreenObject, key: string): boolean =>
  object.field.get(key)?.writable === true;

/** What was typed into fields that are still there and still to be written by this person. */
export const sendable = (object: ScreenObject, typed: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => canTake(object, key)));

/** What was typed and cannot be saved any more: the field was archived, or the right to it taken away. */
export const lostOf = (object: ScreenObject, typed: Values): [string, unknown][] =>
  Object.entries(typed).filter(
    ([key, value]) => value !== null && value !== '' && !canTake(object, key),
  );
