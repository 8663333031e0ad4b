import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import type { TestWorkspace } from '#engine/testing/workspace.ts';
import { keyScopes } from '#server/people/identity.ts';
import { createApp, type AppDeps } from '../create-app.ts';

export interface TestServer {
  app: FastifyInstance;
  origin: string;
  /** Sends JSON as a member. */
  as(memberId: string): TestClient;
}

export type TestClient = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<TestAnswer>;

export interface TestAnswer {
  status: number;
  headers: Headers;
  text: string;
  // Read by tests, each of which knows what it asked for.
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have no common shape
  json: any;
}

const servers: FastifyInstance[] = [];
afterAll(() => Promise.all(servers.splice(0).map((app) => app.close())));

export const { log: silentServerLog } = Fastify({ logger: { level: 'silent' } });

/** A server on a free port for one workspace. Who sends a request stands in a header, as `Bearer <member id>`. */
export async function serve(
  workspace: Pick<TestWorkspace, 'id' | 'workspaces'>,
  more: Partial<AppDeps> = {},
): Promise<TestServer> {
  const app = await createApp({
    config: { publicUrl: undefined, host: '127.0.0.1', trustProxy: [] },
    log: silentServerLog,
    workspaces: workspace.workspaces,
    sessionCookie: 'session',
    health: { ready: async () => undefined, metricsToken: undefined },
    identify: async ({ headers }) => {
      const memberId = /^Bearer ([\da-f-]{36})$/.exec(headers.authorization ?? '')?.[1];
      if (memberId === undefined) return null;
      return { userId: memberId, workspaceId: workspace.id, memberId, scopes: keyScopes };
    },
    ...more,
  });
  servers.push(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  // Listening on TCP, so the address is an object.
  const { port } = app.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    app,
    origin,
    as: (memberId) => async (method, path, body, headers) => {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${memberId}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json');
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        json: isJson ? JSON.parse(text) : undefined,
      };
    },
  };
}
