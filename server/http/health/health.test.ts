import { beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { serve } from '../testing/serve.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

it('says that the process is alive, and no more', async () => {
  const { origin } = await serve(w);
  const answer = await fetch(`${origin}/healthz`);
  expect(await answer.json()).toEqual({ status: 'ok' });
});

it('is ready when what it needs is', async () => {
  let working = true;
  const ready = async () => {
    if (!working) throw new Error('connect ECONNREFUSED 10.0.0.1:5432');
  };
  const { origin } = await serve(w, { health: { ready, metricsToken: undefined } });
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  working = false;
  const answer = await fetch(`${origin}/readyz`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await answer.text()).not.toContain('5432');
});

describe('metrics', () => {
  const health = { ready: async () => undefined, metricsToken: undefined };

  it('count requests by route and status, and show the pools', async () => {
    const countJobs = async () => ({ waiting: 3, failed: 1 });
    const { origin } = await serve(w, { health: { ...health, countJobs } });
    await fetch(`${origin}/healthz`);
    await fetch(`${origin}/a/path/of/its/own`);
    await fetch(`${origin}/api/v1/boxes/1`);
    const answer = await fetch(`${origin}/metrics`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    for (const expected of [
      'duyen_http_request_seconds_count{method="GET",route="/healthz",status="200"} 1',
      'duyen_http_request_seconds_count{method="GET",route="none",status="404"} 1',
      'duyen_http_request_seconds_count{method="GET",route="/api/v1/:objects/:id",status="401"} 1',
      'duyen_http_request_seconds_bucket{method="GET",route="/healthz",status="200",le="+Inf"} 1',
      'duyen_jobs{state="waiting"} 3',
    ])
      expect(text.split('\n')).toContain(expected);
    expect(text).toMatch(/^duyen_database_connections\{pool="app",state="idle"\} \d+$/m);
    expect(text).toMatch(/^duyen_memory_bytes\{kind="resident"\} \d+$/m);
    for (const each of text.trim().split('\n'))
      expect(each).toMatch(/^(# TYPE \w+ \w+|\w+(\{[^{}]+\})? -?[\d.e+-]+)$/);
  });

  it('are not for those who come through a proxy', async () => {
    const { origin } = await serve(w, { health });
    const forwarded = await fetch(`${origin}/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    expect(forwarded.status).toBe(404);
    const config = { publicUrl: 'https://crm.example.com', host: '127.0.0.1', trustProxy: [] };
    const public_ = await serve(w, { health, config });
    expect((await fetch(`${public_.origin}/metrics`)).status).toBe(404);
  });

  it('are for those who have the token, when there is one', async () => {
    const { origin } = await serve(w, { health: { ...health, metricsToken: 'let-me-see' } });
    const ask = async (authorization?: string) =>
      (await fetch(`${origin}/metrics`, { headers: authorization ? { authorization } : {} }))
        .status;
    expect(await ask()).toBe(404);
    expect(await ask('Bearer let-me-see-x')).toBe(404);
    expect(await ask('Bearer let-me-see')).toBe(200);
  });
});
