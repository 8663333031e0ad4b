import { describe, expect, it, onTestFinished } from 'vitest';
import { checkHistory } from './check-history.ts';
import { clientOf } from './client.ts';
import { editAtOnce } from './edit-at-once.ts';
import { fillDisk } from './fill-disk.ts';
import { fillLog } from './fill-log.ts';
import { killDatabase } from './kill-database.ts';
import { killServer } from './kill-server.ts';
import type { Operation } from './history.ts';
import { numberAtOnce } from './number-at-once.ts';
import { makePlace } from './place.ts';
import { remindAtOnce } from './remind-at-once.ts';
import { repeatRequests } from './repeat-requests.ts';
import { startServer } from './server-process.ts';

// In short; `npm run faults` runs them in full.
describe('what holds when something dies', { timeout: 120_000 }, () => {
  it('F01: no acknowledged write is lost when the server is killed, and it is ready in 5 s', async () => {
    const { wrong, measured } = await killServer({ rounds: 2, clients: 10, roundMs: 2_500 });
    expect(wrong).toEqual([]);
    expect(measured['acknowledged']).toBeGreaterThan(50);
  });

  it('F02: the server outlives its database, says so, and brings it back', async () => {
    const { wrong, measured } = await killDatabase({ clients: 6 });
    expect(wrong).toEqual([]);
    expect(measured['answers 503']).toBeGreaterThan(0);
  });

  it('F05: a full disk refuses writes with the reason and lets people read', async ({ skip }) => {
    const { wrong, measured, skipped } = await fillDisk();
    if (skipped !== undefined) return skip(skipped);
    expect(wrong).toEqual([]);
    return expect(measured['writes answered 507']).toBeGreaterThan(0);
  });

  it('F05: the server outlives a database whose log is full, and waits for room', async ({
    skip,
  }) => {
    const { wrong, measured, skipped } = await fillLog({ clients: 10, outageMs: 4_000 });
    if (skipped !== undefined) return skip(skipped);
    expect(wrong).toEqual([]);
    return expect(measured['readers answered 503']).toBeGreaterThan(0);
  });

  it('F12: of many reminders at once each is told once, although a worker is killed half way', async () => {
    const { wrong } = await remindAtOnce({ reminders: 200, hurry: true });
    expect(wrong).toEqual([]);
  });

  it('F14: of many who change one record at once, no change is lost', async () => {
    const { wrong, measured } = await editAtOnce({ writers: 20, rounds: 5 });
    expect(wrong).toEqual([]);
    expect(measured['stale answers']).toBeGreaterThan(0);
  });

  it('F15: two servers number without gap or double, whatever is rolled back or killed', async () => {
    const { wrong, measured } = await numberAtOnce({ clients: 10, kills: 1, roundMs: 2_000 });
    expect(wrong).toEqual([]);
    expect(measured['rolled back']).toBeGreaterThan(0);
  });

  it('F17: a repeated request is done once and answered alike', async () => {
    const { wrong } = await repeatRequests({ atOnce: 20, kills: 2 });
    expect(wrong).toEqual([]);
  });

  it('notices what was lost, made up, written twice, half written or numbered wrongly', async () => {
    const place = await makePlace();
    onTestFinished(() => place.remove());
    const server = await startServer(place);
    onTestFinished(() => server.end());
    const made = await clientOf(server.origin, place.apiKey).call('POST', '/api/v1/accounts', {
      name: 'ghost',
      kind: 'company',
    });
    const { id } = made.json;
    const within = place.schema;
    await place.ask(`update ${within}.account set code = 'KH-000002'`);
    await place.ask(`delete from ${within}.history where object = 'account'`);
    await place.ask(`delete from ${within}.outbox`);
    const nobody = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    await place.ask(
      `insert into ${within}.history (object, record_id, version, action, changes)
       values ('account', $1, 1, 'create', '{}')`,
      [nobody],
    );
    const at = { status: 200, start: 0, end: 0 };
    const update = { op: 'update', key: id, version: 1, result: 'ok', ...at } as const;
    const operations: Operation[] = [
      { op: 'create', key: 'lost', result: 'ok', ...at },
      { op: 'create', key: 'ghost', result: 'refused', ...at },
      { op: 'batch', key: 'ghost', result: 'unknown', ...at },
      { ...update, out: { id, version: 2 } },
      { ...update, out: { id, version: 2 } },
      { op: 'upload', key: 'lost.txt', result: 'ok', ...at },
      { op: 'convert', key: id, result: 'ok', ...at },
    ];
    const wrong = [
      'lost: lost',
      'ghost: ghost',
      'half: 1 of 5 of ghost',
      `lost update: ${id} on version 1`,
      `two writers won: ${id} on version 1`,
      `lost update: ${id} on version 1`,
      `lost conversion: ${id}`,
      'lost file: lost.txt',
      'numbers: 1 records, 1 codes from 2 to 2, counter 1',
      'half a record: ghost (version 1, 0 changes, 0 events, 1 documents)',
      `half a record: ${nobody} (version 0, 1 changes, 0 events, 0 documents)`,
    ];
    expect(await checkHistory(place, operations)).toEqual(wrong);
    expect(await checkHistory(place, operations, Date.now() - 60_000)).toEqual(wrong);
    // After a round, what was there before it is not looked at again.
    expect(await checkHistory(place, [], Date.now() + 60_000)).toEqual(wrong.slice(-1));
  });
});
