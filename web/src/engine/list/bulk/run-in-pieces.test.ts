import { describe, expect, it } from 'vitest';
import { Problem } from '#web/api/problem.ts';
import { pieceSize, runInPieces } from './run-in-pieces.ts';

const many = (count: number) => Array.from({ length: count }, (_, i) => i);

/** A server that refuses a whole piece for one bad record in it, as ours does. */
const refusing =
  (bad: ReadonlySet<number>, calls: number[] = []) =>
  async (piece: readonly number[]) => {
    calls.push(piece.length);
    if (piece.some((each) => bad.has(each))) throw new Problem(409, { code: 'stale' });
    return piece;
  };

describe('work on many records', () => {
  it('goes piece by piece and says how far it is', async () => {
    const seen: number[] = [];
    const { done, refused } = await runInPieces(many(450), refusing(new Set()), {
      onProgress: (count) => seen.push(count),
    });
    expect([done.length, refused]).toEqual([450, 0]);
    expect(seen).toEqual([pieceSize, pieceSize * 2, 450]);
  });

  it('leaves out only what is refused', async () => {
    const { done, refused, why } = await runInPieces(many(400), refusing(new Set([7, 333])));
    expect(done).toHaveLength(398);
    expect(done).not.toContain(7);
    expect(refused).toBe(2);
    expect(why?.code).toBe('stale');
  });

  it('asks few times to find the bad one', async () => {
    const calls: number[] = [];
    await runInPieces(many(200), refusing(new Set([0]), calls));
    expect(calls.length).toBeLessThan(20);
  });

  it('ends when the network is away, with what was done', async () => {
    let calls = 0;
    const { done, refused, why } = await runInPieces(
      many(600),
      async (piece: readonly number[]) => {
        calls += 1;
        if (calls > 1) throw new Problem(0, { code: 'offline' });
        return piece;
      },
    );
    expect([done.length, refused, why?.code, calls]).toEqual([200, 400, 'offline', 2]);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const { done } = await runInPieces(many(600), refusing(new Set()), {
      onProgress: () => controller.abort(),
      signal: controller.signal,
    });
    expect(done).toHaveLength(200);
  });
});
