import { randomUUID } from 'node:crypto';
import { usualStalled } from '#shared/stalled.ts';
import type { Foreign } from './make-foreign.ts';

/** What a key, or the lack of one, may do with a route. */
export type Access =
  /** Answers people who are not signed in. */
  | 'public'
  | 'read'
  | 'write'
  /** Members, rights and settings: an administrator's, by a key made for that. */
  | 'admin'
  /** Passwords, codes, keys and sessions: a person’s, never a key’s. */
  | 'session';

export interface RouteEntry {
  access: Access;
  /** A right body, so that nothing else is wrong with the request. `path`: of the object. */
  body?: (path: string) => unknown;
  query?: string;
  /** An id of somebody else's thing, for routes that are not about records of objects. */
  id?: keyof Foreign;
}

const named: Record<string, string> = {
  'competitor-uses': 'supplier',
  'press-mentions': 'title',
  activities: 'subject',
  recurrences: 'subject',
  topics: 'title',
  posts: 'body',
  polls: 'question',
  messages: 'body',
};
const change = (path: string) =>
  path === 'yearly-finances' ? { year: 2001 } : { [named[path] ?? 'name']: 'Chiếm lấy' };

const read: RouteEntry = { access: 'read' };
const write: RouteEntry = { access: 'write' };
const admin: RouteEntry = { access: 'admin' };
const session: RouteEntry = { access: 'session' };
const open: RouteEntry = { access: 'public' };
const someId = () => randomUUID();

/** Every route of the API; `{objects}` stands for each object. One that is missing here fails. */
export const routeTable: Record<string, RouteEntry> = {
  // Records.
  'GET /api/v1/{objects}': read,
  'POST /api/v1/{objects}': { ...write, body: change },
  'POST /api/v1/{objects}/query': read,
  'POST /api/v1/{objects}/aggregate': read,
  'POST /api/v1/{objects}/matches': read,
  'POST /api/v1/{objects}/batch': write,
  'POST /api/v1/{objects}/hand-over': {
    ...write,
    body: () => ({ ids: [someId()], owner: null }),
  },
  'POST /api/v1/{objects}/hand-over/along': read,
  'GET /api/v1/{objects}/export': read,
  'POST /api/v1/{objects}/export': { ...read, body: () => ({ format: 'csv' }) },
  'GET /api/v1/{objects}/{id}': read,
  'PATCH /api/v1/{objects}/{id}': { ...write, body: change },
  'DELETE /api/v1/{objects}/{id}': write,
  'POST /api/v1/{objects}/{id}/restore': write,
  'POST /api/v1/{objects}/{id}/merge': { ...write, body: () => ({ ids: [someId()] }) },
  'GET /api/v1/{objects}/{id}/history': read,
  'GET /api/v1/{objects}/{id}/timeline': read,
  'GET /api/v1/{objects}/{id}/matches': read,
  'POST /api/v1/{objects}/{id}/convert': { ...write, body: () => ({}) },
  'POST /api/v1/{objects}/series': {
    ...write,
    body: () => ({ values: {}, rule: 'FREQ=DAILY' }),
  },
  'POST /api/v1/{objects}/{id}/series': { ...write, body: () => ({ scope: 'all' }) },
  'GET /api/v1/work-report': { ...read, query: 'from=2026-11-01&to=2026-11-30' },
  'GET /api/v1/work-report/export': {
    ...read,
    query: 'from=2026-11-01&to=2026-11-30&format=csv',
  },
  'POST /api/v1/stalled/sheets': write,
  'GET /api/v1/stalled/sheets/{id}': read,
  'POST /api/v1/stalled/hand-over': {
    ...write,
    body: () => ({ accounts: [someId()], to: someId() }),
  },
  'POST /api/v1/stalled/hand-over/undo': { ...write, body: () => ({ handovers: [someId()] }) },
  'GET /api/v1/stalled/settings': read,
  'PUT /api/v1/stalled/settings': { ...admin, body: () => usualStalled },
  'POST /api/v1/{objects}/{id}/finish': { ...write, body: () => ({ values: {} }) },
  'GET /api/v1/{objects}/{id}/files': read,
  'POST /api/v1/{objects}/{id}/files': { ...write, body: () => ({ fileIds: [someId()] }) },
  'DELETE /api/v1/{objects}/{id}/files/{fileId}': write,
  'GET /api/v1/{objects}/{id}/shares': read,
  'POST /api/v1/{objects}/{id}/shares': {
    ...write,
    body: () => ({ member: someId(), level: 'read' }),
  },
  'DELETE /api/v1/{objects}/{id}/shares/{granteeId}': write,
  'GET /api/v1/{objects}/{id}/followers': read,
  'POST /api/v1/{objects}/{id}/followers': { ...write, body: () => ({ members: [someId()] }) },
  'DELETE /api/v1/{objects}/{id}/followers/{memberId}': write,
  'GET /api/v1/{objects}/{id}/reactions': read,
  'PUT /api/v1/{objects}/{id}/reactions/{kind}': write,
  'DELETE /api/v1/{objects}/{id}/reactions/{kind}': write,

  'GET /api/v1/{objects}/unread': read,
  'POST /api/v1/{objects}/read': write,
  'POST /api/v1/{objects}/{id}/read': { ...write, body: () => ({ to: '2026-11-20T08:00:00Z' }) },
  'POST /api/v1/{objects}/{id}/typing': write,
  'GET /api/v1/{objects}/{id}/posts': read,
  'GET /api/v1/{objects}/{id}/polls': read,
  'GET /api/v1/{objects}/{id}/messages': read,
  'POST /api/v1/{objects}/open': { ...write, body: () => ({ topic: {}, post: {} }) },
  'POST /api/v1/{objects}/direct': { ...write, body: () => ({ member: someId() }) },
  'PUT /api/v1/{objects}/{id}/vote': { ...write, body: () => ({ choices: ['x'] }) },

  'GET /api/v1/{objects}/{id}/versions': read,
  'DELETE /api/v1/{objects}/{id}/versions/{number}': write,
  'GET /api/v1/{objects}/{id}/openings': read,
  'GET /api/v1/{objects}/{id}/text': read,
  'GET /api/v1/{objects}/{id}/path': read,
  'GET /api/v1/{objects}/{id}/links': read,
  'POST /api/v1/{objects}/{id}/links': { ...write, body: () => ({}) },
  'DELETE /api/v1/{objects}/{id}/links/{linkId}': write,

  // Across objects.
  'GET /api/v1/model': read,
  'GET /api/v1/openapi.json': read,
  'GET /api/v1/events': read,
  'GET /api/v1/history': admin,
  'GET /api/v1/search': read,
  'GET /api/v1/files/{id}': { ...read, id: 'file' },
  'POST /api/v1/files': write,
  'GET /api/v1/uploads': read,
  'POST /api/v1/uploads': write,
  'PATCH /api/v1/uploads/{id}': { ...write, id: 'upload' },
  'DELETE /api/v1/uploads/{id}': { ...write, id: 'upload' },
  'GET /api/v1/call-plan': read,
  'GET /api/v1/today': read,
  'POST /api/v1/call-plan/skips': { ...write, body: () => ({ id: someId() }) },
  'GET /api/v1/{objects}/{id}/next-times': read,
  'GET /api/v1/calendar': { ...read, query: 'from=2026-11-16&to=2026-11-22' },
  'POST /api/v1/calendar/conflicts': read,
  'POST /api/v1/calendar/free': read,
  'GET /api/v1/calendar/settings': read,
  'PATCH /api/v1/calendar/settings': admin,
  'PUT /api/v1/calendar/hours': write,
  'GET /api/v1/storage': read,
  'PATCH /api/v1/storage': admin,
  'POST /api/v1/public/links/open': { ...open, body: () => ({ token: 'x' }) },
  'GET /api/v1/public/links/{id}/file': { ...open, query: `?company=${randomUUID()}` },
  'GET /api/v1/views': read,
  'POST /api/v1/views': write,
  'GET /api/v1/views/{id}': { ...read, id: 'view' },
  'PATCH /api/v1/views/{id}': { ...write, id: 'view', body: () => ({ name: 'Chiếm lấy' }) },
  'DELETE /api/v1/views/{id}': { ...write, id: 'view' },
  'GET /api/v1/notices': read,
  'GET /api/v1/notices/unread': read,
  'PATCH /api/v1/notices/{id}': { ...write, id: 'notice', body: () => ({ read: true }) },
  'POST /api/v1/notices/read': { ...write, body: () => ({}) },
  'GET /api/v1/push': read,
  'POST /api/v1/push': write,
  'DELETE /api/v1/push/{id}': { ...write, id: 'device' },
  'GET /api/v1/tags': read,
  'GET /api/v1/tags/counts': read,
  'PATCH /api/v1/tags/{id}': { ...write, body: () => ({ name: 'Chiếm lấy' }) },
  'DELETE /api/v1/tags/{id}': write,
  'POST /api/v1/tags/{id}/merge': { ...write, body: () => ({ into: someId() }) },
  'GET /api/v1/trash': read,
  'POST /api/v1/trash/restore': write,
  'POST /api/v1/trash/erase': admin,
  'GET /api/v1/duplicates': read,
  'POST /api/v1/duplicates/{id}/dismiss': { ...write, body: () => ({}) },
  'POST /api/v1/duplicates/scan': write,
  'POST /api/v1/duplicates/merge-all': write,
  'GET /api/v1/duplicates/runs/{id}': read,
  'GET /api/v1/merges': read,
  'GET /api/v1/merges/{id}': { ...read, id: 'merge' },
  'POST /api/v1/merges/{id}/undo': { ...write, id: 'merge' },
  'GET /api/v1/imports': read,
  'POST /api/v1/imports': write,
  'GET /api/v1/imports/{id}': { ...read, id: 'import' },
  'PATCH /api/v1/imports/{id}': { ...write, id: 'import', body: () => ({}) },
  'POST /api/v1/imports/{id}/run': { ...write, id: 'import' },
  'POST /api/v1/imports/{id}/add-options': { ...admin, id: 'import' },
  'POST /api/v1/imports/{id}/cancel': { ...write, id: 'import' },
  'POST /api/v1/imports/{id}/undo': { ...write, id: 'import' },
  'GET /api/v1/imports/{id}/problems': { ...read, id: 'import', query: '?phase=run' },
  'GET /api/v1/imports/{id}/problems/summary': { ...read, id: 'import', query: '?phase=run' },
  'GET /api/v1/imports/{id}/rows': { ...read, id: 'import' },
  'GET /api/v1/imports/{id}/problems.csv': { ...read, id: 'import', query: '?phase=run' },
  'GET /api/v1/imports/{id}/rejected.csv': { ...read, id: 'import', query: '?phase=run' },
  'GET /api/v1/places/provinces': read,
  'GET /api/v1/places/provinces/{code}/wards': read,
  'GET /api/v1/places/wards': { ...read, query: '?codes=00004' },
  'GET /api/v1/places/countries': read,
  'GET /api/v1/places/search': read,
  'POST /api/v1/places/parse': read,

  // Objects and fields.
  'GET /api/v1/settings/objects': admin,
  'POST /api/v1/settings/objects': admin,
  'PATCH /api/v1/settings/objects/{object}': admin,
  'DELETE /api/v1/settings/objects/{object}': admin,
  'POST /api/v1/settings/objects/{object}/restore': admin,
  'POST /api/v1/settings/objects/{object}/reset': admin,
  'PUT /api/v1/settings/objects/{object}/design': admin,
  'GET /api/v1/settings/kinds': admin,
  'GET /api/v1/settings/names': { ...admin, query: '?key=thing&path=things' },
  'GET /api/v1/settings/objects/{object}/layouts': admin,
  'PUT /api/v1/settings/objects/{object}/layouts/{role}': admin,
  'DELETE /api/v1/settings/objects/{object}/layouts/{role}': admin,
  'GET /api/v1/settings/objects/{object}/fields': admin,
  'POST /api/v1/settings/objects/{object}/fields': admin,
  'PUT /api/v1/settings/objects/{object}/fields/order': admin,
  'PATCH /api/v1/settings/objects/{object}/fields/{field}': admin,
  'DELETE /api/v1/settings/objects/{object}/fields/{field}': admin,
  'POST /api/v1/settings/objects/{object}/fields/{field}/restore': admin,
  'GET /api/v1/settings/numbering': admin,
  'GET /api/v1/settings/numbering/{object}/{field}': { ...admin, query: '?pattern=KH-{000}' },
  'GET /api/v1/workspace': read,
  'PATCH /api/v1/workspace': admin,
  'GET /api/v1/settings/history': admin,
  'GET /api/v1/system': admin,
  'POST /api/v1/system/jobs/{id}/retry': admin,
  'POST /api/v1/preview': { ...admin, body: () => ({ member: someId() }) },

  // The first run, and the sample company.
  'GET /api/v1/setup': open,
  'POST /api/v1/setup': open,
  'GET /api/v1/sample': admin,
  'POST /api/v1/sample': { ...admin, body: () => ({ sample: 'freight' }) },
  'PATCH /api/v1/sample': { ...admin, body: () => ({ signIn: true }) },
  'POST /api/v1/sample/remove': { ...admin, body: () => ({ confirm: 'x' }) },
  'POST /api/v1/sample/sign-in': open,

  // People.
  'GET /api/v1/me': read,
  'GET /api/auth/me': read,
  'PATCH /api/v1/me': write,
  'PUT /api/v1/me/picture': write,
  'DELETE /api/v1/me/picture': write,
  'GET /api/v1/members': read,
  'GET /api/v1/members/{id}': { ...read, id: 'member' },
  'GET /api/v1/members/{id}/picture': { ...read, id: 'member' },
  'PATCH /api/v1/members/{id}': { ...admin, id: 'member', body: () => ({ name: 'Chiếm lấy' }) },
  'POST /api/v1/members/{id}/deactivate': {
    ...admin,
    id: 'member',
    body: () => ({ takeOver: someId() }),
  },
  'POST /api/v1/members/{id}/reactivate': { ...admin, id: 'member' },
  'POST /api/v1/members/{id}/end-sessions': { ...admin, id: 'member' },
  'POST /api/v1/members/{id}/invite-again': { ...admin, id: 'member' },
  'POST /api/v1/members/{id}/invitation-link': { ...admin, id: 'member' },
  'POST /api/v1/invitations': admin,
  'POST /api/v1/invitations/look': open,
  'POST /api/v1/invitations/accept': open,
  'GET /api/v1/teams': read,
  'POST /api/v1/teams': admin,
  'GET /api/v1/teams/{id}': { ...read, id: 'team' },
  'PATCH /api/v1/teams/{id}': { ...admin, id: 'team', body: () => ({ name: 'Chiếm lấy' }) },
  'DELETE /api/v1/teams/{id}': { ...admin, id: 'team' },
  'GET /api/v1/role-names': read,
  'GET /api/v1/roles': admin,
  'POST /api/v1/roles': admin,
  'GET /api/v1/roles/{id}': { ...admin, id: 'role' },
  'PATCH /api/v1/roles/{id}': { ...admin, id: 'role', body: () => ({ name: 'Chiếm lấy' }) },
  'DELETE /api/v1/roles/{id}': { ...admin, id: 'role' },
  'GET /api/v1/api-keys': read,
  'POST /api/v1/api-keys': { ...session, body: () => ({ name: 'x', scopes: ['read'] }) },
  'DELETE /api/v1/api-keys/{id}': { ...session, id: 'key' },
  'POST /api/auth/sign-in': open,
  'POST /api/auth/sign-out': open,
  'POST /api/auth/forgot-password': open,
  'POST /api/auth/reset-password': open,
  'POST /api/auth/two-factor/verify': open,
  'POST /api/auth/change-password': {
    ...session,
    body: () => ({ currentPassword: 'x', newPassword: 'y' }),
  },
  'POST /api/auth/two-factor/enable': { ...session, body: () => ({ password: 'x' }) },
  'POST /api/auth/two-factor/confirm': { ...session, body: () => ({ code: 'x' }) },
  'POST /api/auth/two-factor/disable': { ...session, body: () => ({ password: 'x' }) },
  'POST /api/auth/two-factor/recovery-codes': { ...session, body: () => ({ password: 'x' }) },
  'GET /api/auth/sessions': session,
  'DELETE /api/auth/sessions/{id}': { ...session, id: 'session' },
  'POST /api/auth/sessions/end-others': session,
};
