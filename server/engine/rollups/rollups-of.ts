import type { Rollup } from '#shared/define.ts';
import type { Model, ModelField, ModelObject } from '#shared/model.ts';

/** Fields of one object that are worked out from records of another, reached by one relation. */
export interface RollupGroup {
  /** Whose fields they are. */
  target: ModelObject;
  /** The relation of the source that leads to the target. */
  via: ModelField;
  fields: readonly (ModelField & { rollup: Rollup })[];
}

const groupsOf = new WeakMap<Model, Map<string, RollupGroup[]>>();

/** What has to be worked out anew when records of the source change. */
export function rollupsOf(model: Model, source: ModelObject): readonly RollupGroup[] {
  const known = groupsOf.get(model) ?? collect(model);
  groupsOf.set(model, known);
  return known.get(source.key) ?? [];
}

/** Every group of the model, by the object it is worked out from. */
export function allRollups(model: Model): { source: ModelObject; group: RollupGroup }[] {
  return [...model.objects.values()].flatMap((source) =>
    rollupsOf(model, source).map((group) => ({ source, group })),
  );
}

function collect(model: Model): Map<string, RollupGroup[]> {
  const groups = new Map<string, RollupGroup[]>();
  for (const target of model.objects.values()) {
    const fields = [...target.fields.values()].filter(isRollup);
    for (const [of, found] of Map.groupBy(fields, ({ rollup }) => rollup.of)) {
      const [source = '', key = ''] = of.split('.');
      const via = model.objects.get(source)?.fields.get(key);
      if (!via) continue;
      groups.set(source, [...(groups.get(source) ?? []), { target, via, fields: found }]);
    }
  }
  return groups;
}

const isRollup = (field: ModelField): field is ModelField & { rollup: Rollup } =>
  field.rollup !== undefined;
