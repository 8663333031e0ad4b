import { z } from 'zod';
import { buckets, largestBatch, measureFunctions } from '#engine/records/index.ts';
import { mostMerged } from '#engine/records/merge/lock-for-merge.ts';
import { commaList, jsonText, plainObject, wholeNumber, yesOrNo } from '../query-input.ts';

export const objectParams = z.strictObject({ objects: z.string() });
export const recordParams = z.strictObject({ objects: z.string(), id: z.uuid() });

/** The engine checks it; here it is only named. */
export const filter = z.unknown().meta({ $ref: '#/components/schemas/Filter' });
const sort = z.string().max(500);
const cursor = z.string().max(4000);
const words = z.string().max(200);
/** Records on a page. */
const mostListed = 200;
/** Rows that a jump passes over at most. */
const mostPassed = 10_000_000;

export const listQuery = z.strictObject({
  where: jsonText.exactOptional(),
  sort: sort.exactOptional(),
  limit: wholeNumber(1, mostListed).exactOptional(),
  cursor: cursor.exactOptional(),
  offset: wholeNumber(0, mostPassed).exactOptional(),
  fields: commaList(300).exactOptional(),
  q: words.exactOptional(),
  trash: yesOrNo.exactOptional(),
  total: yesOrNo.exactOptional(),
});

export const listBody = z.strictObject({
  where: filter.exactOptional(),
  sort: sort.exactOptional(),
  limit: z.int().min(1).max(mostListed).exactOptional(),
  cursor: cursor.exactOptional(),
  offset: z.int().min(0).max(mostPassed).exactOptional(),
  fields: z.array(z.string().max(100)).max(300).exactOptional(),
  q: words.exactOptional(),
  trash: z.boolean().exactOptional(),
  total: z.boolean().exactOptional(),
});

export const pageQuery = z.strictObject({
  limit: wholeNumber(1, mostListed).exactOptional(),
  cursor: cursor.exactOptional(),
});

export const timelineQuery = pageQuery.extend({ show: z.string().max(100).exactOptional() });

/** `warn`: a record that others probably are already is refused with 409 and those others, instead of made. */
export const createQuery = z.strictObject({
  duplicates: z.enum(['allow', 'warn']).exactOptional(),
});

export const matchBody = z.strictObject({
  values: plainObject,
  /** The record the values are of, when it exists already. */
  excludeId: z.uuid().exactOptional(),
  limit: z.int().min(1).max(50).exactOptional(),
});

export const version = z.int().min(1).max(2_147_483_647);

export const mergeBody = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(mostMerged),
  values: plainObject.exactOptional(),
  version: version.exactOptional(),
  /** Versions of any of the records, by id: what changed since is not merged unseen. */
  versions: z.record(z.uuid(), version).exactOptional(),
});

const withId = plainObject.and(z.looseObject({ id: z.uuid(), version: version.exactOptional() }));

export const batchBody = z
  .strictObject({
    create: z.array(plainObject).max(largestBatch).exactOptional(),
    update: z.array(withId).max(largestBatch).exactOptional(),
    remove: z
      .array(z.strictObject({ id: z.uuid(), version: version.exactOptional() }))
      .max(largestBatch)
      .exactOptional(),
  })
  .superRefine(({ create = [], update = [], remove = [] }, check) => {
    if (create.length + update.length + remove.length > largestBatch)
      check.addIssue({ code: 'too_big', origin: 'array', maximum: largestBatch, input: undefined });
  });

export const aggregateBody = z.strictObject({
  where: filter.exactOptional(),
  q: words.exactOptional(),
  groupBy: z
    .array(z.strictObject({ field: z.string().max(100), bucket: z.enum(buckets).exactOptional() }))
    .max(3)
    .exactOptional(),
  measures: z
    .array(
      z.strictObject({ fn: z.enum(measureFunctions), field: z.string().max(100).exactOptional() }),
    )
    .min(1)
    .max(10),
});
