import type { Label } from '#shared/define.ts';
import type { JsonSchema } from '#shared/fields/kind.ts';
import type { ModelObject } from '#shared/model.ts';
import { mostMerged } from '#engine/records/merge/lock-for-merge.ts';
import { aroundRecordOperations, reactionSchema } from './around-record-operations.ts';
import { refTo, schemaName } from './object-schemas.ts';

/** What the routes of records take and give, which depends on the object and so is not in their own schema. */
export interface RecordOperation {
  summary: Label;
  status: number;
  body?: (object: ModelObject) => JsonSchema;
  answer?: (object: ModelObject) => JsonSchema;
}

const record = (object: ModelObject) => refTo(schemaName(object));
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const closed = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const page = (object: ModelObject): JsonSchema =>
  closed({
    items: listOf(record(object)),
    nextCursor: { type: ['string', 'null'] },
    total: {
      anyOf: [closed({ value: { type: 'integer' }, exact: { type: 'boolean' } }), { type: 'null' }],
    },
  });

const reference = {
  anyOf: [
    closed({ id: { type: 'string', format: 'uuid' }, title: { type: ['string', 'null'] } }),
    { type: 'null' },
  ],
};

const historyEntry = {
  id: { type: 'integer' },
  at: { type: 'string', format: 'date-time' },
  version: { type: 'integer' },
  action: { type: 'string' },
  actor: reference,
  reason: { type: ['string', 'null'] },
  changes: {
    type: 'object',
    description: 'Per field: the value before and after.',
    additionalProperties: { type: 'array', minItems: 2, maxItems: 2 },
  },
};

const pageOf = (item: JsonSchema) =>
  closed({ items: listOf(item), nextCursor: { type: ['string', 'null'] } });

/** Only of the survivor of a merge. */
const mergeNote = {
  merge: closed({
    id: { type: 'string', format: 'uuid' },
    merged: listOf(
      closed({ id: { type: 'string', format: 'uuid' }, title: { type: ['string', 'null'] } }),
    ),
    sources: {
      type: 'object',
      description: 'Per field: the record its value came from.',
      additionalProperties: { type: 'string' },
    },
  }),
};

const history = pageOf(closed({ ...historyEntry, ...mergeNote }, Object.keys(historyEntry)));

const change = closed(
  {
    ...historyEntry,
    ...mergeNote,
    kind: { const: 'change' },
    record: closed({
      object: { type: 'string' },
      id: { type: 'string', format: 'uuid' },
      title: { type: ['string', 'null'] },
    }),
  },
  [...Object.keys(historyEntry), 'kind', 'record'],
);

/** A record of an object whose declaration says that it stands in threads. */
const entryWith = (reply: JsonSchema): JsonSchema =>
  closed({
    kind: { const: 'record' },
    object: { type: 'string', description: 'Key of its object.' },
    id: { type: 'string', format: 'uuid' },
    at: { type: ['string', 'null'], format: 'date-time' },
    values: { type: 'object', description: 'The record, as its own address answers it.' },
    edited: { type: ['string', 'null'], format: 'date-time' },
    reactions: listOf(reactionSchema),
    replies: closed({ items: listOf(reply), total: { type: 'integer' } }),
  });
const entry = entryWith(entryWith({ type: 'object' }));

const timeline = closed({
  items: listOf({ anyOf: [change, entry] }),
  nextCursor: { type: ['string', 'null'] },
  upcoming: listOf(entry),
  moreUpcoming: { type: 'boolean' },
  pinned: listOf(entry),
});

const match = closed({
  id: { type: 'string', format: 'uuid' },
  title: { type: 'string' },
  score: { type: 'integer', minimum: 50, maximum: 100 },
  reasons: listOf(
    closed({
      field: { type: 'string' },
      match: { enum: ['exact', 'companyName', 'personName', 'near'] },
    }),
  ),
});

export const recordOperations: Record<string, RecordOperation> = {
  ...aroundRecordOperations,
  'GET /api/v1/:objects': {
    summary: { vi: 'Danh sách', en: 'List' },
    status: 200,
    answer: page,
  },
  'POST /api/v1/:objects/query': {
    summary: {
      vi: 'Danh sách theo điều kiện trong nội dung gửi',
      en: 'List by a query in the body',
    },
    status: 200,
    answer: page,
  },
  'POST /api/v1/:objects': {
    summary: { vi: 'Thêm', en: 'Create' },
    status: 201,
    body: (object) => refTo(`${schemaName(object)}Create`),
    answer: record,
  },
  'GET /api/v1/:objects/:id': {
    summary: { vi: 'Xem một bản ghi', en: 'Get a record' },
    status: 200,
    answer: record,
  },
  'PATCH /api/v1/:objects/:id': {
    summary: { vi: 'Sửa các trường được gửi', en: 'Change the fields that are sent' },
    status: 200,
    body: (object) => refTo(`${schemaName(object)}Update`),
    answer: record,
  },
  'DELETE /api/v1/:objects/:id': {
    summary: { vi: 'Bỏ vào thùng rác', en: 'Move to the trash' },
    status: 204,
  },
  'POST /api/v1/:objects/:id/restore': {
    summary: { vi: 'Lấy lại từ thùng rác', en: 'Restore from the trash' },
    status: 200,
    answer: record,
  },
  'POST /api/v1/:objects/:id/merge': {
    summary: {
      vi: 'Gộp các bản ghi khác vào bản ghi này; tiêu đề Merge-Id dùng để hoàn tác',
      en: 'Merge other records into this one; the Merge-Id header takes it back',
    },
    status: 200,
    body: (object) =>
      closed(
        {
          ids: {
            type: 'array',
            items: { type: 'string', format: 'uuid' },
            minItems: 1,
            maxItems: mostMerged,
            description:
              'Merged in this order: empty fields are filled from the first that has them.',
          },
          values: refTo(`${schemaName(object)}Update`),
          version: { type: 'integer', minimum: 1 },
          versions: {
            type: 'object',
            description: 'Versions of any of the records, by id.',
            additionalProperties: { type: 'integer', minimum: 1 },
          },
        },
        ['ids'],
      ),
    answer: record,
  },
  'POST /api/v1/:objects/matches': {
    summary: {
      vi: 'Tìm bản ghi có lẽ đã là cùng một đối tượng trước khi thêm',
      en: 'Find records that are probably the same, before creating one',
    },
    status: 200,
    body: () =>
      closed(
        {
          values: { type: 'object', description: 'Fields as far as they are known.' },
          excludeId: { type: 'string', format: 'uuid' },
          limit: { type: 'integer', minimum: 1, maximum: 50 },
        },
        ['values'],
      ),
    answer: () => closed({ items: listOf(match) }),
  },
  'POST /api/v1/:objects/batch': {
    summary: {
      vi: 'Thêm, sửa, bỏ tối đa 1.000 bản ghi: được tất cả hoặc không gì cả',
      en: 'Create, change and remove up to 1,000 records, all or nothing',
    },
    status: 200,
    body: (object) =>
      closed(
        {
          create: { ...listOf(refTo(`${schemaName(object)}Create`)), maxItems: 1000 },
          update: { ...listOf(refTo(`${schemaName(object)}BatchUpdate`)), maxItems: 1000 },
          remove: {
            ...listOf(
              closed(
                {
                  id: { type: 'string', format: 'uuid' },
                  version: { type: 'integer', minimum: 1 },
                },
                ['id'],
              ),
            ),
            maxItems: 1000,
          },
        },
        [],
      ),
    answer: (object) =>
      closed({ created: listOf(record(object)), updated: listOf(record(object)) }),
  },
  'POST /api/v1/:objects/hand-over': {
    summary: {
      vi: 'Giao cho người khác, cùng những gì thuộc về chúng',
      en: 'Give records to somebody, with what belongs to them',
    },
    status: 200,
    answer: () =>
      closed({
        items: listOf(
          closed({
            object: { type: 'string' },
            id: { type: 'string', format: 'uuid' },
            version: { type: 'integer', minimum: 1 },
            owner: { type: ['string', 'null'], description: 'Whose it was.' },
            team: { type: ['string', 'null'], description: 'The team it was in.' },
            with: {
              type: ['string', 'null'],
              description: 'The record it went along with; null for those that were named.',
            },
          }),
        ),
      }),
  },
  'POST /api/v1/:objects/hand-over/along': {
    summary: {
      vi: 'Đếm những gì có thể giao cùng',
      en: 'Count what may be given along',
    },
    status: 200,
    answer: () =>
      closed({
        items: listOf(
          closed(
            {
              relation: { type: 'string', description: 'As `along` of a hand-over names it.' },
              object: { type: 'string' },
              count: { type: 'integer', minimum: 1 },
              while: closed({
                field: { type: 'string' },
                in: listOf({ type: 'string' }),
              }),
            },
            ['relation', 'object', 'count'],
          ),
        ),
      }),
  },
  'POST /api/v1/:objects/aggregate': {
    summary: { vi: 'Đếm và tính tổng theo nhóm', en: 'Count and sum by group' },
    status: 200,
    answer: () =>
      closed({
        groups: listOf(
          closed({
            keys: { type: 'array' },
            values: listOf({ type: ['string', 'number', 'null'] }),
          }),
        ),
        complete: { type: 'boolean' },
      }),
  },
  'GET /api/v1/:objects/:id/history': {
    summary: { vi: 'Lịch sử thay đổi', en: 'History of changes' },
    status: 200,
    answer: () => history,
  },
  'GET /api/v1/:objects/:id/timeline': {
    summary: {
      vi: 'Mọi việc quanh một bản ghi, mới nhất trước',
      en: 'Everything that happened around a record, newest first',
    },
    status: 200,
    answer: () => timeline,
  },
};
