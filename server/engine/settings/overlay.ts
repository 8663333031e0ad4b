import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Field, ObjectDefinition } from '#shared/define.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { FieldOverlay, ObjectOverlay } from '../model/apply-overlay.ts';
import type { CustomRows } from '../model/load-custom.ts';

/** What was said of a declared object so far. */
export const overlayOf = ({ overlays }: CustomRows, object: string): ObjectOverlay =>
  overlays.find((row) => row.object === object)?.definition ?? {};

/** The rows with another overlay; one that says nothing is none. */
export function replaceOverlay(
  rows: CustomRows,
  object: string,
  overlay: ObjectOverlay,
): CustomRows {
  const before = overlayOf(rows, object);
  if (isDeepStrictEqual(before, overlay)) return rows;
  const definition = Object.keys(overlay).length === 0 ? null : overlay;
  const old = rows.overlays.find((row) => row.object === object);
  return {
    ...rows,
    overlays: [
      ...rows.overlays.filter((row) => row.object !== object),
      { id: old?.id ?? newId(), object, definition },
    ],
  };
}

/**
 * What a reset leaves: options that were added, since records may hold them, put away so that nobody chooses them any
 * more; and sections that added fields stand in.
 */
export function afterReset(rows: CustomRows, declared: ObjectDefinition): ObjectOverlay {
  const { fields = {}, sections = {} } = overlayOf(rows, declared.key);
  const used = new Set(
    rows.fields
      .filter(({ object }) => object === declared.key)
      .map(({ definition }) => definition.section),
  );
  return compact({
    sections: Object.fromEntries(Object.entries(sections).filter(([key]) => used.has(key))),
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([key, overlay]) =>
        leftOptions(declared.fields[key], overlay).map((options): [string, FieldOverlay] => [
          key,
          { options },
        ]),
      ),
    ),
  });
}

function leftOptions(
  declared: Field | undefined,
  { options = [] }: FieldOverlay,
): NonNullable<FieldOverlay['options']>[] {
  const known = (declared && valueKind(declared).choices?.(declared)) ?? [];
  const added = options.filter(({ value }) => !known.includes(value));
  if (added.length === 0) return [];
  return [
    [
      ...known.map((value) => ({ value })),
      ...added.map((option) => ({ ...option, archived: true })),
    ],
  ];
}

/** Without what says nothing: no value, no members; an empty list may mean that there shall be none. */
export const compact = <T extends object>(said: T): T =>
  // The members that stay are those of T, and all that go may be missing in it.
  Object.fromEntries(
    Object.entries(said).filter(
      ([, value]) => value !== undefined && !(isRecord(value) && Object.keys(value).length === 0),
    ),
  ) as T;

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
