import type { ScreenModel, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { asReference } from '../../fields/read-value.ts';

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

/** What a reply answers: it has no page of its own, but stands there. */
export function answeredBy(
  { timeline, field }: ScreenObject,
  record: RecordData,
): { object: string; id: string } | undefined {
  if (!timeline?.reply) return undefined;
  for (const name of timeline.to) {
    const relation = field.get(name);
    const found = asReference(record[name]);
    if (relation?.kind === 'relation' && found) return { object: relation.to, id: found.id };
  }
  return undefined;
}
