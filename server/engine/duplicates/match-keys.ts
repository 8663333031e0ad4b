import type { ModelObject } from '#shared/model.ts';
import type { Values } from '../records/rules.ts';
import { matchRules, type MatchKey } from './match-rules.ts';

/** The distinct keys of a record's values. */
export function matchKeys(object: ModelObject, values: Values): MatchKey[] {
  const keys = new Map<string, MatchKey>();
  for (const { name, field, keys: read } of matchRules(object)) {
    for (const key of read(values[field.key])) keys.set(markOf(name, key), { rule: name, ...key });
  }
  return [...keys.values()];
}

const markOf = (rule: string, { key, form }: Pick<MatchKey, 'key' | 'form'>): string =>
  `${rule} ${form} ${key}`;

export type KeyRow = MatchKey & { record_id: unknown };

export interface KeyChanges {
  add: KeyRow[];
  remove: KeyRow[];
}

interface Written {
  values: Values;
  changes: Record<string, readonly [unknown, unknown]>;
  /** What becomes of the record: new to the living, gone from them, or changed among them. */
  life: 'enters' | 'leaves' | 'stays';
}

/** What writing records changes of their keys; undefined when nothing can have changed. */
export function keyChanges(
  object: ModelObject,
  writes: readonly Written[],
): KeyChanges | undefined {
  const rules = matchRules(object);
  if (rules.length === 0) return undefined;
  const result: KeyChanges = { add: [], remove: [] };
  for (const { values, changes, life } of writes) {
    const row = (key: MatchKey): KeyRow => ({ ...key, record_id: values['id'] });
    if (life === 'enters') result.add.push(...matchKeys(object, values).map(row));
    else if (life === 'leaves') {
      result.remove.push(...matchKeys(object, before(values, changes)).map(row));
    } else if (rules.some(({ field }) => changes[field.key])) {
      const [old, now] = [matchKeys(object, before(values, changes)), matchKeys(object, values)];
      result.add.push(...missing(now, old).map(row));
      result.remove.push(...missing(old, now).map(row));
    }
  }
  return result.add.length + result.remove.length > 0 ? result : undefined;
}

function before(values: Values, changes: Written['changes']): Values {
  const old = { ...values };
  for (const [key, [was]] of Object.entries(changes)) old[key] = was;
  return old;
}

function missing(keys: readonly MatchKey[], from: readonly MatchKey[]): MatchKey[] {
  const marks = new Set(from.map((key) => markOf(key.rule, key)));
  return keys.filter((key) => !marks.has(markOf(key.rule, key)));
}
