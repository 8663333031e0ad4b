import { invalid } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { isId } from '../../records/get.ts';
import { getView } from '../../views/views.ts';
import type { ExportQuery } from './export-records.ts';

/** What a view shows: one that is declared, by its key, or one somebody saved, by its id. */
export async function viewQuery(
  ctx: Ctx,
  object: ModelObject,
  key: string,
): Promise<Pick<ExportQuery, 'where' | 'sort' | 'q' | 'columns'>> {
  const unknown = invalid([{ path: 'view', code: 'notFound' }]);
  if (!isId(key)) {
    const view = object.views.find((each) => each.key === key);
    if (!view) throw unknown;
    const { where, sort, columns = object.list } = view;
    return { ...(where && { where }), ...(sort && { sort }), columns };
  }
  const { object: of, definition } = await getView(ctx, key);
  if (of !== object.key) throw unknown;
  const { where, sort, q, columns = object.list } = definition;
  return {
    ...(where !== undefined && { where }),
    ...(sort !== undefined && { sort }),
    ...(q !== undefined && { q }),
    columns,
  };
}
