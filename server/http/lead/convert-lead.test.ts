import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { registerModuleRoutes } from '../module.routes.ts';
import { serve, type TestClient } from '../testing/serve.ts';

let seller: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  const workspace = await testWorkspace(declarations);
  const server = await serve(workspace, { routes: [registerModuleRoutes] });
  const role = await workspace.addRole({ '*': rightsOf('own') });
  seller = server.as(await workspace.addMember(role));
  stranger = server.as(await workspace.addMember(role));
});

const makeLead = async (values: object) =>
  (await seller('POST', '/api/v1/leads', values)).json as { id: string };

describe('POST /api/v1/leads/{id}/convert', () => {
  it('answers with the three records and the new version', async () => {
    const { id } = await makeLead({ name: 'Vũ Thị Lan', company: 'Công ty Lan' });
    const answer = await seller('POST', `/api/v1/leads/${id}/convert`, {
      account: { create: { stage: 'customer' } },
      contact: { create: {} },
      version: 1,
    });
    expect(answer).toMatchObject({
      status: 200,
      json: {
        lead: { id, status: 'converted', version: 2 },
        account: {
          name: 'Công ty Lan',
          stage: 'customer',
          code: expect.stringMatching(/^KH-\d{6}$/),
        },
        contact: { name: { full: 'Vũ Thị Lan' } },
      },
    });
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(await seller('GET', `/api/v1/leads/${id}`)).toMatchObject({ json: answer.json.lead });
  });

  it('gives the same answer again for the same key, and 409 without it', async () => {
    const { id } = await makeLead({ name: 'Đặng Thử' });
    const body = { contact: { create: {} } };
    const key = { 'idempotency-key': randomUUID() };
    const first = await seller('POST', `/api/v1/leads/${id}/convert`, body, key);
    const again = await seller('POST', `/api/v1/leads/${id}/convert`, body, key);
    expect(first.status).toBe(200);
    expect(again.json).toEqual(first.json);
    expect(await seller('POST', `/api/v1/leads/${id}/convert`, body)).toMatchObject({
      status: 409,
      json: { code: 'conflict' },
    });
  });

  it('refuses an old version, in the header or the body', async () => {
    const { id } = await makeLead({ name: 'Cũ' });
    await seller('PATCH', `/api/v1/leads/${id}`, { rating: 'hot' });
    const body = { contact: { create: {} } };
    const path = `/api/v1/leads/${id}/convert`;
    const stale = { status: 409, json: { code: 'stale', current: { version: 2 } } };
    expect(await seller('POST', path, { ...body, version: 1 })).toMatchObject(stale);
    expect(await seller('POST', path, body, { 'if-match': '"1"' })).toMatchObject(stale);
  });

  it.each([
    [{}, 'account'],
    [{ account: {} }, 'account'],
    [{ account: { id: randomUUID(), create: {} } }, 'account'],
    [{ contact: { create: 'x' } }, 'contact.create'],
    [{ contact: { id: 'x' } }, 'contact.id'],
    [{ contact: { create: {} }, opportunity: {} }, 'opportunity'],
    [{ contact: { create: { phones: ['1'] } } }, 'contact.create.phones.0'],
  ])('names what is wrong in %j', async (body, path) => {
    const { id } = await makeLead({ name: 'Sai' });
    const answer = await seller('POST', `/api/v1/leads/${id}/convert`, body);
    expect(answer.status).toBe(422);
    expect(answer.json.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    expect(answer.json.errors[0].message).not.toBe('');
  });

  it('answers the same for a lead of somebody else and for one that does not exist', async () => {
    const { id } = await makeLead({ name: 'Kín' });
    const body = { contact: { create: {} } };
    const hidden = await stranger('POST', `/api/v1/leads/${id}/convert`, body);
    const missing = await stranger('POST', `/api/v1/leads/${randomUUID()}/convert`, body);
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(missing.text);
  });

  it('cannot be gone round by writing the status or the links', async () => {
    const { id } = await makeLead({ name: 'Đi Vòng' });
    const answer = await seller('PATCH', `/api/v1/leads/${id}`, {
      status: 'converted',
      convertedAt: '2026-01-01T00:00:00Z',
    });
    expect(answer.status).toBe(422);
    const paths = answer.json.errors.map((error: { path: string }) => error.path);
    expect(paths.toSorted()).toEqual(['convertedAt', 'status']);
  });
});

describe('GET /api/v1/leads/{id}/matches', () => {
  it('suggests customers and people, with what they have in common', async () => {
    const account = await seller('POST', '/api/v1/accounts', { name: 'Công ty TNHH Mây Tre' });
    const contact = await seller('POST', '/api/v1/contacts', {
      name: 'Hồ Văn Tre',
      emails: ['tre@maytre.test'],
      account: account.json.id,
    });
    const { id } = await makeLead({ company: 'MÂY TRE', emails: ['TRE@maytre.test'] });
    const answer = await seller('GET', `/api/v1/leads/${id}/matches`);
    expect(answer.json).toEqual({
      accounts: [
        {
          id: account.json.id,
          title: 'Công ty TNHH Mây Tre',
          score: 60,
          reasons: [{ field: 'name', match: 'companyName' }],
        },
      ],
      contacts: [
        {
          id: contact.json.id,
          title: 'Hồ Văn Tre',
          score: 70,
          reasons: [{ field: 'emails', match: 'exact' }],
          account: { id: account.json.id, title: 'Công ty TNHH Mây Tre' },
        },
      ],
    });
    expect((await stranger('GET', `/api/v1/leads/${id}/matches`)).status).toBe(404);
  });
});
