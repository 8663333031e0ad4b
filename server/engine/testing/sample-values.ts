import { examples } from '#shared/fields/examples.ts';
import type { FieldKind } from '#shared/fields/index.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';

/** What a sample may refer to. */
export interface SampleTargets {
  /** An existing record of an object, by its key. */
  record(object: string): Promise<string | undefined>;
  memberId: string;
  teamId: string;
}

type Special = (field: never, targets: SampleTargets, nth: number, object: string) => unknown;

/** Kinds whose values depend on the field or on what exists; the others take theirs from the kinds' examples. */
const special: Partial<Record<FieldKind, Special>> = {
  text: (field: ModelField & { kind: 'text' }, _targets, nth) =>
    field.pattern === undefined ? `Mẫu ${field.key} ${nth}` : undefined,
  select: (field: ModelField & { kind: 'select' }, _targets, nth) =>
    field.options.filter(({ archived }) => !archived)[nth % field.options.length]?.value,
  multiSelect: (field: ModelField & { kind: 'multiSelect' }) => [field.options[0]?.value],
  relation: (field: ModelField & { kind: 'relation' }, targets) => targets.record(field.to),
  relations: async (field: ModelField & { kind: 'relations' }, targets) => {
    const id = await targets.record(field.to);
    return id === undefined ? undefined : [id];
  },
  links: async (_field, targets, _nth, object) => {
    const id = await targets.record(object);
    return id === undefined ? undefined : [{ object, id }];
  },
  member: (_field, { memberId }) => memberId,
  members: (_field, { memberId }) => [memberId],
  team: (_field, { teamId }) => teamId,
  number: (field: ModelField & { kind: 'number' }, _targets, nth) => (field.min ?? 0) + 1 + nth,
  rating: (_field, _targets, nth) => 1 + (nth % 3),
  email: (_field, _targets, nth) => `sample${nth}@x.test`,
  emails: (_field, _targets, nth) => [`sample${nth}@x.test`],
  decimal: (_field, _targets, nth) => `${nth + 1}`,
  percent: (_field, _targets, nth) => `${nth + 1}.5`,
  file: () => undefined,
  files: () => undefined,
};

/** A value a person might give for every field they may write; `nth` makes different records different. */
export async function sampleValues(
  object: ModelObject,
  targets: SampleTargets,
  nth: number,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const field of object.fields.values()) {
    if (field.system || field.readOnly || field.kind === 'autoNumber') continue;
    const make = special[field.kind];
    // Each entry takes the field of the kind it is filed under.
    const value = make
      ? await make(field as never, targets, nth, object.key)
      : exampleOf(field.kind);
    if (value !== undefined) values[field.key] = value;
  }
  return values;
}

const exampleOf = (kind: FieldKind): unknown =>
  examples[kind].accepts.find(([, canonical]) => canonical !== null)?.[0];
