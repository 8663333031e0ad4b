import { notFound } from '#shared/errors.ts';
import type { Model, ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';

/** How an object that is read says what of it is unread. */
export interface Reading {
  object: ModelObject;
  /** The moment of the last of its pieces. */
  latest: ModelField;
  /** What is read one after another, and the relation by which it leads to the object. */
  pieces: ModelObject;
  via: ModelField;
}

export function readingOf(model: Model, object: ModelObject): Reading | undefined {
  const { unread } = object;
  if (!unread) return undefined;
  const [key = '', relation = ''] = unread.of.split('.');
  const pieces = model.objects.get(key);
  const via = pieces?.fields.get(relation);
  const latest = object.fields.get(unread.latest);
  return pieces && via && latest && { object, latest, pieces, via };
}

/** Not found for an object of which nothing is read. */
export function findReading(ctx: Ctx, objectKey: string): Reading {
  const reading = readingOf(ctx.model, findObject(ctx, objectKey));
  if (!reading) throw notFound();
  return reading;
}

/** Who reads; the system does not. */
export function readerOf({ actor }: Ctx): string {
  if (actor.kind !== 'member') throw notFound();
  return actor.id;
}
