import type { TimelineRule } from '#shared/define.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { presentDefinition } from '../views/present-definition.ts';

/**
 * How records of the object stand in threads, as far as the actor may know: not at all where nobody tells them when it
 * was, and without sorts and pins by fields that are hidden from them.
 */
export function knownTimeline(ctx: Ctx, object: ModelObject): TimelineRule | undefined {
  const { timeline } = object;
  const { hidden } = ctx.access.of(object.key);
  if (!timeline || hidden.has(timeline.at)) return undefined;
  const { pinned, sorts, ...rule } = timeline;
  return {
    ...rule,
    ...(sorts && {
      sorts: sorts.filter(
        ({ where }) => presentDefinition(ctx, object, { display: 'table', where }).complete,
      ),
    }),
    ...(pinned !== undefined && !hidden.has(pinned) && { pinned }),
  };
}
