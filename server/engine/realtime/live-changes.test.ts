import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '#server/testing/silent-log.ts';
import { sharedDatabase } from '#server/testing/cluster.ts';
import { open } from '#server/testing/database.ts';
import { eventually } from '#server/testing/eventually.ts';
import { createRecords, removeRecords, updateRecords } from '../records/index.ts';
import { qualified } from '../records/sql.ts';
import { memoryFiles } from '../testing/memory-files.ts';
import { toyObjects, toyRules } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { withTransaction } from '../transaction.ts';
import { createWorkspaces } from '../workspaces.ts';
import type { LiveChange } from './changes.ts';
import { createChanges, type LiveChanges } from './create-changes.ts';

let w: TestWorkspace;
let changes: LiveChanges;
let own: string;
let employee: string;
beforeAll(async () => {
  w = await testWorkspace();
  changes = await createChanges(w.workspaces);
  own = await w.addRole({ '*': rightsOf('own') });
  employee = await w.addMember(own);
});
afterAll(() => changes.close());

const streams: AbortController[] = [];
afterAll(() => streams.forEach((stream) => stream.abort()));

/** Collects what a member's stream brings. */
async function follow(memberId: string | undefined, cursor?: string, source = changes) {
  const ctx = memberId === undefined ? await w.system() : await w.as(memberId);
  const stop = new AbortController();
  streams.push(stop);
  const seen: LiveChange[] = [];
  const from = cursor ?? (await source.start());
  const ended = (async () => {
    for await (const change of source.subscribe(ctx, from, stop.signal)) seen.push(change);
  })();
  const failure = ended.then(
    () => undefined,
    (error: unknown) => error,
  );
  return {
    seen,
    failure,
    stop: () => stop.abort(),
    ids: () => seen.map(({ recordId }) => recordId),
    until: (id: string) => eventually(async () => seen.find(({ recordId }) => recordId === id)),
  };
}

async function make(memberId: string | undefined, name = 'Hộp'): Promise<string> {
  const ctx = memberId === undefined ? await w.system() : await w.as(memberId);
  const [box] = await createRecords(ctx, 'box', [{ name }]);
  return String(box?.id);
}

describe('live changes', () => {
  it('brings what happened to records within reach, in order, and nothing of others', async () => {
    const colleague = await w.addMember(own);
    const stream = await follow(employee);
    const foreign = await make(colleague);
    const mine = await make(employee);
    const ctx = await w.as(employee);
    await updateRecords(ctx, 'box', [{ id: mine, values: { pieces: 2 } }]);
    await removeRecords(ctx, 'box', [{ id: mine }]);
    await eventually(async () => stream.seen.length >= 3);
    expect(stream.seen.map(({ kind, version }) => [kind, version])).toEqual([
      ['record.create', 1],
      ['record.update', 2],
      ['record.remove', 3],
    ]);
    expect(stream.ids()).not.toContain(foreign);
    expect(stream.ids().every((id) => id === mine)).toBe(true);
  });

  it('stops reading a workspace when the last who listened there is gone', async () => {
    const source = await createChanges(w.workspaces);
    const [one, two] = [
      await follow(employee, undefined, source),
      await follow(employee, undefined, source),
    ];
    await eventually(async () => source.listened === 1);
    one.stop();
    await one.failure;
    const mine = await make(employee);
    await two.until(mine);
    expect(source.listened).toBe(1);
    two.stop();
    await two.failure;
    expect(source.listened).toBe(0);
    const again = await follow(employee, undefined, source);
    await again.until(await make(employee));
    await source.close();
  });

  it('does not say that a record was moved out of reach', async () => {
    const colleague = await w.addMember(own);
    const stream = await follow(employee);
    const theirs = await follow(colleague);
    const id = await make(employee);
    await stream.until(id);
    await updateRecords(await w.as(employee), 'box', [{ id, values: { owner: colleague } }]);
    await theirs.until(id);
    const ofIt = stream.seen.filter(({ recordId }) => recordId === id);
    expect(ofIt.map(({ kind }) => kind)).toEqual(['record.create']);
  });

  it('misses nothing of a slow transaction and keeps the order of transactions', async () => {
    const stream = await follow(undefined);
    const ctx = await w.system();
    const released = Promise.withResolvers<void>();
    const written = Promise.withResolvers<string>();
    const slow = withTransaction(ctx, async (inside) => {
      const [card] = await createRecords(inside, 'colourCard', [{ name: 'chậm' }]);
      written.resolve(String(card?.id));
      await released.promise;
    });
    const slowId = await written.promise;
    const quickId = await make(undefined, 'nhanh');
    // A later one on another stream that began after it: still nothing may overtake the slow one.
    const late = await follow(undefined);
    released.resolve();
    await slow;
    await stream.until(quickId);
    expect(stream.ids().filter((id) => id === slowId || id === quickId)).toEqual([slowId, quickId]);
    await late.until(slowId);
  });

  it('goes on after a disconnect exactly where the client stopped', async () => {
    const first = await follow(employee);
    const before = await make(employee);
    const last = await first.until(before);
    first.stop();
    await first.failure;
    const between = [];
    for (let i = 0; i < 3; i += 1) between.push(await make(employee));
    await make(await w.addMember(own));
    const second = await follow(employee, last.id);
    const after = await make(employee);
    await second.until(after);
    expect(second.ids()).toEqual([...between, after]);
    expect(new Set(second.seen.map(({ id }) => id)).size).toBe(4);
  });

  it('misses nothing however often it breaks off while others write', async () => {
    const made: string[] = [];
    let cursor = await changes.start();
    const writing = (async () => {
      for (let i = 0; i < 40; i += 1) made.push(await make(employee, `n${i}`));
    })();
    const ctx = await w.as(employee);
    const got: string[] = [];
    while (got.length < 40) {
      const { signal } = new AbortController();
      let left = Math.min(7, 40 - got.length);
      for await (const change of changes.subscribe(ctx, cursor, signal)) {
        got.push(change.recordId);
        cursor = change.id;
        left -= 1;
        if (left === 0) break;
      }
    }
    await writing;
    expect(got).toEqual(made);
  });

  it('says that everything must be loaded anew when the cursor is too old or of another database', async () => {
    const now = await changes.start();
    const [transaction] = now.split('.');
    const long = Math.floor(Date.now() / 1000) - 25 * 3600;
    const bad = [
      `${transaction}.1.${long}`,
      `${BigInt(transaction ?? 0) + 1_000_000n}.1.${long + 90_000}`,
      'x',
    ];
    for (const cursor of bad) {
      const stream = await follow(employee, cursor);
      expect(await stream.failure).toMatchObject({ code: 'gone' });
    }
  });

  it('wakes the readers of another process', async () => {
    const database = await open(sharedDatabase);
    const others = createWorkspaces(
      database,
      { objects: toyObjects, rules: toyRules },
      memoryFiles(),
      silentLog,
    );
    // Would take an hour without the notification.
    const elsewhere = await createChanges(others, { pollMs: 3_600_000 });
    try {
      const stream = await follow(employee, undefined, elsewhere);
      const id = await make(employee);
      await stream.until(id);
      expect(stream.ids()).toEqual([id]);
      stream.stop();
    } finally {
      await elsewhere.close();
    }
  });

  it('ends the stream of a deactivated member within five seconds', async () => {
    const leaving = await w.addMember(own);
    const stream = await follow(leaving);
    const since = performance.now();
    await w.database.app.query(
      `update ${qualified(w.schema, 'member')} set active = false where id = $1`,
      [leaving],
    );
    await w.database.app.query(
      'update core.workspace set model_version = model_version + 1 where id = $1',
      [w.id],
    );
    expect(await stream.failure).toMatchObject({ code: 'unauthenticated' });
    expect(performance.now() - since).toBeLessThan(5000);
  });

  it('ends a stream that nobody reads instead of filling memory', async () => {
    const ctx = await w.system();
    const stop = new AbortController();
    streams.push(stop);
    const iterator = changes
      .subscribe(ctx, await changes.start(), stop.signal)
      [Symbol.asyncIterator]();
    const first = iterator.next();
    for (let i = 0; i < 7; i += 1)
      await createRecords(
        ctx,
        'colourCard',
        Array.from({ length: 500 }, () => ({ name: 'x' })),
      );
    const reader = await follow(undefined);
    await reader.until(await make(undefined));
    await first;
    const failure = (async () => {
      for (;;) if ((await iterator.next()).done) return;
    })();
    await expect(failure).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('asks the database once for hundreds of streams', async () => {
    const members = await Promise.all(Array.from({ length: 4 }, () => w.addMember(own)));
    const many = await Promise.all(
      Array.from({ length: 300 }, (_, i) => follow(members[i % members.length])),
    );
    const since = performance.now();
    const ids = await Promise.all(members.map((member) => make(member)));
    await Promise.all(many.map((stream, i) => stream.until(ids[i % ids.length] ?? '')));
    expect(many.every((stream, i) => stream.ids().every((id) => id === ids[i % ids.length]))).toBe(
      true,
    );
    expect(performance.now() - since).toBeLessThan(5000);
    many.forEach((stream) => stream.stop());
  });
});
