import type { ScreenModel, ScreenObject } from '#web/api/model.ts';

/** The object whose records answer those of this one, and its relation to them. */
export function replyObject(
  { objects }: ScreenModel,
  { key }: ScreenObject,
): { object: ScreenObject; relation: string; text: string } | undefined {
  for (const object of objects) {
    if (!object.timeline?.reply) continue;
    const relation = object.timeline.to.find((name) => {
      const field = object.field.get(name);
      return field?.kind === 'relation' && field.to === key;
    });
    const [text] = object.timeline.texts ?? [];
    if (relation !== undefined && text !== undefined) return { object, relation, text };
  }
  return undefined;
}
