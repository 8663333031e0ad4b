import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { serve, type TestServer } from '../testing/serve.ts';

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-screens-'));
  await fs.mkdir(path.join(folder, 'assets'));
  await fs.writeFile(
    path.join(folder, 'index.html'),
    '<meta name="csp-nonce" content="__NONCE__">',
  );
  await fs.writeFile(path.join(folder, 'assets', 'main-abc.js'), 'export {};');
  server = await serve(await testWorkspace(), { web: folder });
});
afterAll(() => fs.rm(folder, { recursive: true }));

const get = (address: string) => fetch(`${server.origin}${address}`);

describe('the screens', () => {
  it('are one page at every address of theirs, whose styles carry a number used once', async () => {
    const nonces = [];
    for (const address of ['/', '/accounts', '/settings/roles/01a2-b', '/accounts?where=%7B%7D']) {
      const answer = await get(address);
      expect(answer.status).toBe(200);
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('keep files that are named by their content', async () => {
    const answer = await get('/assets/main-abc.js');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/assets/gone.js', '/data/db/PG_VERSION', '/..%2fpackage.json', '/.vite/manifest.json'])(
    'know nothing at %s',
    async (address) => {
      expect((await get(address)).status).toBe(404);
    },
  );

  it('do not hide what the API says', async () => {
    const answer = await get('/api/v1/nothing/at/all');
    expect(answer.headers.get('content-type')).toContain('problem+json');
  });
});
