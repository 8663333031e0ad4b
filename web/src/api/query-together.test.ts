import { afterEach, expect, it, vi } from 'vitest';
import { queryTogether } from './query-together.ts';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers each list with its own path, and refuses what holds `gone`. */
function serve(): string[] {
  const asked: string[] = [];
  const page = (id: string) => ({ items: [{ id, version: 1 }], nextCursor: null, total: null });
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    asked.push(path);
    const { queries } = JSON.parse(body) as { queries?: { objects: string }[] };
    if (`${path} ${body}`.includes('gone'))
      return Promise.resolve(Response.json({ code: 'notFound' }, { status: 404 }));
    const answer = queries
      ? { answers: queries.map(({ objects }) => page(objects)) }
      : page(path.split('/')[3] ?? '');
    return Promise.resolve(Response.json(answer));
  });
  return asked;
}

const ask = async (path: string, signal = new AbortController().signal) =>
  (await queryTogether(path, {}, signal)).items[0]?.id;

it('asks for lists of one moment in one request, for one alone in its own', async () => {
  const asked = serve();
  expect(await Promise.all(['accounts', 'contacts'].map((path) => ask(path)))).toEqual([
    'accounts',
    'contacts',
  ]);
  expect(await ask('leads')).toBe('leads');
  expect(asked).toEqual(['/api/v1/query', '/api/v1/leads/query']);
  const many = Array.from({ length: 21 }, (_, i) => `p${i}`);
  expect(await Promise.all(many.map((path) => ask(path)))).toEqual(many);
  expect(asked.slice(2)).toEqual(['/api/v1/query', '/api/v1/p20/query']);
});

it('loses none for another that is not there any more, and asks for none that was given up', async () => {
  const asked = serve();
  const results = await Promise.allSettled(['accounts', 'gone', 'leads'].map((path) => ask(path)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  asked.length = 0;
  void ask('contacts', AbortSignal.abort());
  expect(await ask('leads')).toBe('leads');
  expect(asked).toEqual(['/api/v1/leads/query']);
});
