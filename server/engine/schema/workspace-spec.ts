import type { Model } from '#shared/model.ts';
import { tableName } from '../records/sql.ts';
import { objectSpecs } from './object-spec.ts';
import { specOf, type TableSpec } from './spec.ts';
import { systemTables } from './system-tables.ts';

/** Every table a workspace with this model has. */
export function workspaceSpec(model: Model): TableSpec[] {
  const system = Object.entries(systemTables).map(([name, table]) => specOf(name, table));
  const tableOf = (key: string) => {
    const object = model.objects.get(key);
    return object && tableName(object);
  };
  return [
    ...system,
    ...[...model.objects.values()].flatMap((object) => objectSpecs(object, tableOf)),
  ];
}
