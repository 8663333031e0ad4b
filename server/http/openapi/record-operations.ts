import type { Label } from '#shared/define.ts';
import type { JsonSchema } from '#shared/fields/kind.ts';
import type { ModelObject } from '#shared/model.ts';
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
    total: closed({ value: { type: 'integer' }, exact: { type: 'boolean' } }),
  });

const reference = {
  anyOf: [
    closed({ id: { type: 'string', format: 'uuid' }, title: { type: ['string', 'null'] } }),
    { type: 'null' },
  ],
};

const history = closed({
  items: listOf(
    closed({
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
    }),
  ),
  nextCursor: { type: ['string', 'null'] },
});

export const recordOperations: Record<string, RecordOperation> = {
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
};
