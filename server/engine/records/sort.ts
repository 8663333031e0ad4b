import { invalid, type ValueError } from '#shared/errors.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { visibleField } from './field-path.ts';
import { columnName } from './sql.ts';

/** One field of an order, with the columns that carry it. */
export interface SortTerm {
  field: ModelField;
  descending: boolean;
  /** Name and type of each column. */
  columns: readonly { name: string; type: string }[];
  /** System fields that every record has; others may be empty, and empty comes last either way. */
  neverEmpty: boolean;
}

const mostTerms = 5;
const defaultSort = '-createdAt';
const neverEmpty = new Set(['id', 'version', 'createdAt', 'updatedAt']);

/** Reads `-createdAt,name`. */
export function parseSort(ctx: Ctx, object: ModelObject, text = defaultSort): SortTerm[] {
  const errors: ValueError[] = [];
  const names = text.split(',');
  if (names.length > mostTerms)
    throw invalid([{ path: 'sort', code: 'tooMany', params: { max: mostTerms } }]);
  const terms = names.flatMap((name) => {
    const descending = name.startsWith('-');
    const key = descending ? name.slice(1) : name;
    const field = visibleField(ctx, object, key);
    const term = field && toTerm(field, descending);
    if (!term)
      errors.push({ path: 'sort', code: 'unknownField', params: { field: key.slice(0, 60) } });
    return term ? [term] : [];
  });
  if (errors.length > 0) throw invalid(errors);
  return terms;
}

function toTerm(field: ModelField, descending: boolean): SortTerm | undefined {
  const kind = sqlKind(field);
  if (kind.sortBy === undefined && field.key !== 'id') return undefined;
  const suffixes = [kind.sortBy ?? ''].flat();
  const types = new Map(kind.columns(field).map(({ suffix, type }) => [suffix, type]));
  return {
    field,
    descending,
    columns: suffixes.map((suffix) => ({
      name: columnName(field, suffix),
      type: (types.get(suffix) ?? 'text').replace(/ collate .*$/, ''),
    })),
    neverEmpty: field.system && neverEmpty.has(field.key),
  };
}
