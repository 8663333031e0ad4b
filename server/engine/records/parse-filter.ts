import { z } from 'zod';
import type { ValueError } from '#shared/errors.ts';
import { invalid } from '#shared/errors.ts';
import { filterLimits, operators, type Condition, type Filter } from '#shared/filter.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findField } from './field-path.ts';
import { operandError } from './operand.ts';

const condition = z.strictObject({
  field: z.string().max(200),
  op: z.enum(operators),
  value: z.unknown().optional(),
});
const group = z.union([
  z.strictObject({ and: z.array(z.unknown()).max(filterLimits.conditions) }),
  z.strictObject({ or: z.array(z.unknown()).max(filterLimits.conditions) }),
  z.strictObject({ not: z.unknown() }),
]);

/** Takes a filter from outside; every error at its place, below `where`. */
export function parseFilter(ctx: Ctx, object: ModelObject, input: unknown): Filter {
  const errors: ValueError[] = [];
  let conditions = 0;

  function walk(node: unknown, path: string, depth: number): Filter | undefined {
    if (depth > filterLimits.depth) return fail(path, 'badFilter');
    const asGroup = group.safeParse(node);
    if (asGroup.success) return walkGroup(asGroup.data, path, depth);
    const asCondition = condition.safeParse(node);
    if (!asCondition.success) return fail(path, 'badFilter');
    conditions += 1;
    if (conditions > filterLimits.conditions) {
      return fail(path, 'tooMany', { max: filterLimits.conditions });
    }
    return checkCondition(asCondition.data, path);
  }

  function walkGroup(node: z.infer<typeof group>, path: string, depth: number): Filter | undefined {
    if ('not' in node) {
      const inner = walk(node.not, `${path}.not`, depth + 1);
      return inner && { not: inner };
    }
    const [name, list] = 'and' in node ? (['and', node.and] as const) : (['or', node.or] as const);
    const parts = list.map((item, i) => walk(item, `${path}.${name}.${i}`, depth + 1));
    const known = parts.filter((part) => part !== undefined);
    return name === 'and' ? { and: known } : { or: known };
  }

  function checkCondition(node: z.infer<typeof condition>, path: string): Filter | undefined {
    const found = findField(ctx, object, node.field, false);
    if (!found) return fail(`${path}.field`, 'unknownField', { field: node.field.slice(0, 60) });
    const error = operandError(found, node);
    if (error) {
      errors.push({ ...error, path: `${path}.${error.path}` });
      return undefined;
    }
    const result: Condition = { field: node.field, op: node.op };
    return node.value === undefined ? result : { ...result, value: node.value };
  }

  function fail(path: string, code: ValueError['code'], params?: ValueError['params']): undefined {
    errors.push({ path, code, ...(params && { params }) });
    return undefined;
  }

  const filter = walk(input, 'where', 0);
  if (errors.length > 0 || !filter) throw invalid(errors);
  return filter;
}
