import type { JsonSchema } from '#shared/fields/kind.ts';
import { reactionKinds } from '#shared/reactions.ts';
import type { RecordOperation } from './record-operations.ts';

const closed = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const itemsOf = (item: JsonSchema) => (): JsonSchema =>
  closed({ items: { type: 'array', items: item } });

const id: JsonSchema = { type: 'string', format: 'uuid' };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const title: JsonSchema = { type: ['string', 'null'] };
const person = closed({ id, title });
const maybePerson: JsonSchema = { anyOf: [person, { type: 'null' }] };

const shares = itemsOf(
  closed({
    grantee: closed({ kind: { type: 'string', enum: ['member', 'team'] }, id, title }),
    level: { type: 'string', enum: ['read', 'update'] },
    createdAt: instant,
    createdBy: maybePerson,
  }),
);
const followers = itemsOf(closed({ member: person, since: instant }));
const files = itemsOf(
  closed({
    id,
    name: { type: 'string' },
    size: { type: 'integer' },
    type: { type: 'string' },
    createdAt: instant,
    createdBy: maybePerson,
  }),
);

/** Also told in a thread. */
export const reactionSchema = closed({
  kind: { type: 'string', enum: [...reactionKinds] },
  count: { type: 'integer' },
  mine: { type: 'boolean' },
  names: { type: 'array', items: { type: 'string' } },
});
const reactions = itemsOf(reactionSchema);

const base = '/api/v1/:objects/:id';

/** Routes of what hangs on a record of any object. */
export const aroundRecordOperations: Record<string, RecordOperation> = {
  [`GET ${base}/shares`]: {
    summary: { vi: 'Đã chia sẻ với ai', en: 'Whom it is shared with' },
    status: 200,
    answer: shares,
  },
  [`POST ${base}/shares`]: {
    summary: { vi: 'Chia sẻ với một người hoặc một nhóm', en: 'Share with a member or a team' },
    status: 200,
    answer: shares,
  },
  [`DELETE ${base}/shares/:granteeId`]: {
    summary: { vi: 'Thôi chia sẻ', en: 'Take a share back' },
    status: 204,
  },
  [`GET ${base}/followers`]: {
    summary: { vi: 'Những người theo dõi', en: 'Who follows it' },
    status: 200,
    answer: followers,
  },
  [`POST ${base}/followers`]: {
    summary: { vi: 'Theo dõi, hoặc thêm người theo dõi', en: 'Follow, or add followers' },
    status: 200,
    answer: followers,
  },
  [`DELETE ${base}/followers/:memberId`]: {
    summary: { vi: 'Thôi theo dõi', en: 'Stop following' },
    status: 204,
  },
  [`GET ${base}/reactions`]: {
    summary: { vi: 'Cảm xúc của mọi người', en: 'How people reacted' },
    status: 200,
    answer: reactions,
  },
  [`PUT ${base}/reactions/:kind`]: {
    summary: { vi: 'Bày tỏ cảm xúc', en: 'React to it' },
    status: 200,
    answer: reactions,
  },
  [`DELETE ${base}/reactions/:kind`]: {
    summary: { vi: 'Rút lại cảm xúc', en: 'Take a reaction back' },
    status: 200,
    answer: reactions,
  },
  [`GET ${base}/files`]: {
    summary: { vi: 'Tệp đính kèm', en: 'Attached files' },
    status: 200,
    answer: files,
  },
  [`POST ${base}/files`]: {
    summary: { vi: 'Đính kèm tệp đã tải lên', en: 'Attach uploaded files' },
    status: 200,
    answer: files,
  },
  [`DELETE ${base}/files/:fileId`]: {
    summary: { vi: 'Gỡ tệp đính kèm', en: 'Take an attached file off' },
    status: 204,
  },
};
