import { invalid } from '#shared/errors.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { visibleField } from '../records/field-path.ts';

/** The field that `account.preferences` names, when it is one of tags that the actor may see. */
export function findTagField(ctx: Ctx, name: string): { object: ModelObject; field: ModelField } {
  const [key = '', fieldKey = '', ...rest] = name.split('.');
  const object = ctx.model.objects.get(key);
  const field = object && visibleField(ctx, object, fieldKey);
  const { read } = ctx.access.of(key);
  const readable = read === true || !('nothing' in read);
  if (!object || !field || !sqlKind(field).catalogued || !readable || rest.length > 0)
    throw invalid([{ path: 'field', code: 'unknownField', params: { field: name.slice(0, 60) } }]);
  return { object, field };
}
