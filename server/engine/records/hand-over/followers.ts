import type { FollowRule } from '#shared/define.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { tableOf } from '../find-object.ts';
import { column, columnName } from '../sql.ts';
import { reachSql, whereSql, type Scope } from '../where.ts';

/** Records of `object` that change hands with the record their `relation` points to. */
export interface Follower {
  /** `contact.account` */
  key: string;
  object: ModelObject;
  relation: ModelField;
  rule: FollowRule;
}

/** What may go along with records of the object when this actor gives them to somebody. */
export const followersOf = ({ model, access }: Ctx, target: ModelObject): Follower[] =>
  [...model.objects.values()].flatMap((object) => {
    const { hidden, readOnly } = access.of(object.key);
    return object.goesWith.flatMap((rule): Follower[] => {
      const relation = object.fields.get(rule.relation);
      const pointsHere = relation?.kind === 'relation' && relation.to === target.key;
      const mayGive = !readOnly.has('owner') && !hidden.has(rule.relation);
      return relation && pointsHere && mayGive
        ? [{ key: `${object.key}.${rule.relation}`, object, relation, rule }]
        : [];
    });
  });

/**
 * Of the living records the actor may change: those that had the same owner as the record they belong to. `chosen` is a
 * table of `id` and `owner` in the same statement.
 */
export function followingSql(scope: Scope, { object, relation, rule }: Follower): string {
  const inner: Scope = { ...scope, object, alias: 'f' };
  const owner = object.fields.get('owner');
  const access = scope.ctx.access.of(object.key);
  const conditions = [
    `${column('f', 'deleted_at')} is null`,
    ...(owner ? [`${column('f', columnName(owner, ''))} is not distinct from c.owner`] : ['false']),
    reachSql(inner, access.read),
    reachSql(inner, access.update),
    ...(rule.while
      ? [whereSql(inner, { field: rule.while.field, op: 'in', value: [...rule.while.in] })]
      : []),
  ];
  return (
    `${tableOf(scope.ctx, object)} f join chosen c on c.id = ${column('f', columnName(relation, ''))}` +
    ` where ${conditions.join(' and ')}`
  );
}
