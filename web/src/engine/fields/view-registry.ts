import type { Field } from '#shared/define.ts';
import type { FieldView } from './field-view.ts';
import { unknownView } from './unknown-view.tsx';

const views = new Map<string, FieldView<Field>>();

/** Filled by index.ts. Apart from it, because inputs of some kinds show records, whose titles are of other kinds. */
export function registerViews(all: Readonly<Record<string, unknown>>): void {
  for (const [kind, view] of Object.entries(all))
    // Keyed by the very kind that fields carry, which the type system cannot correlate.
    views.set(kind, view as FieldView<Field>);
}

/** The screen side of a field, for code that works with any kind. A kind that this page does not know is read only. */
export function fieldView(field: { kind: string }): FieldView<Field> {
  const view = views.get(field.kind) ?? unknownView;
  // Known by its kind, so it is a field of that kind.
  return view.of?.(field as Field) ?? view;
}

export const isKnownKind = (kind: string): boolean => views.has(kind);
