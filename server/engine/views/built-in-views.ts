import type { Label } from '#shared/define.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { ViewDefinition } from './definition.ts';
import { presentDefinition } from './present-definition.ts';

export interface BuiltInView {
  key: string;
  label: Label;
  position: number;
  definition: ViewDefinition;
}

/**
 * Views of the declaration as the reader may know them. One that filters by a field hidden from them is left out: its
 * name says what the field holds, and without the condition it would show something else.
 */
export const builtInViews = (ctx: Ctx, object: ModelObject): BuiltInView[] =>
  object.views.flatMap(({ key, label, where, sort, columns }, position) => {
    const { definition, complete } = presentDefinition(ctx, object, {
      display: 'table',
      ...(where && { where }),
      ...(sort !== undefined && { sort }),
      ...(columns && { columns: [...columns] }),
    });
    return complete ? [{ key, label, position, definition }] : [];
  });
