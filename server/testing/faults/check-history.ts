import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Operation } from './history.ts';
import { batchSize } from './mix.ts';
import type { Place } from './place.ts';

interface Row {
  id: string;
  name: string;
  version: number;
}

/**
 * Compares what clients were told with what is in the database: what was acknowledged is there, what was refused is
 * not, and what nobody knows is there as a whole or not at all.
 */
export async function checkHistory(
  place: Place,
  operations: readonly Operation[],
): Promise<string[]> {
  const accounts = await place.ask<Row>(`select id, name, version from ${place.schema}.account`);
  const wrong = [
    ...checkCreates(operations, accounts),
    ...checkUpdates(operations, accounts),
    ...(await checkConversions(place, operations)),
    ...(await checkUploads(place, operations)),
    ...(await checkNumbers(place)),
    ...(await checkWholeness(place)),
    ...(await checkIndexes(place)),
  ];
  return wrong;
}

function checkCreates(operations: readonly Operation[], accounts: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of accounts) counts.set(name, (counts.get(name) ?? 0) + 1);
  return operations.flatMap(({ op, key, result }) => {
    if (op !== 'create' && op !== 'batch') return [];
    const whole = op === 'create' ? 1 : batchSize;
    const found = counts.get(key) ?? 0;
    if (result === 'ok' && found === 0) return [`lost: ${key}`];
    if (result === 'refused' && found > 0) return [`ghost: ${key}`];
    return found === 0 || found === whole ? [] : [`half: ${found} of ${whole} of ${key}`];
  });
}

function checkUpdates(operations: readonly Operation[], accounts: readonly Row[]): string[] {
  const versions = new Map(accounts.map(({ id, version }) => [id, version]));
  const winners = new Set<string>();
  return operations.flatMap(({ op, key, result, version, out }) => {
    if (op !== 'update' || result !== 'ok' || !out) return [];
    const won = `${key} on version ${version}`;
    const twice = winners.has(won) ? [`two writers won: ${won}`] : [];
    winners.add(won);
    return (versions.get(key) ?? 0) < out.version ? [...twice, `lost update: ${won}`] : twice;
  });
}

async function checkConversions({ ask, schema }: Place, operations: readonly Operation[]) {
  const leads = await ask<{ id: string; converted: boolean; whole: boolean }>(
    `select l.id, l.status = 'converted' as converted,
            a.id is not null and c.id is not null as whole
       from ${schema}.lead l
       left join ${schema}.account a on a.id = l.converted_account
       left join ${schema}.contact c on c.id = l.converted_contact`,
  );
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  const [loose] = await ask<{ count: number }>(
    `select count(*)::int as count from ${schema}.contact c
      where not exists (select from ${schema}.lead l where l.converted_contact = c.id)`,
  );
  return [
    ...operations.flatMap(({ op, key, result }) =>
      op === 'convert' && result === 'ok' && byId.get(key)?.converted !== true
        ? [`lost conversion: ${key}`]
        : [],
    ),
    ...leads
      .filter((lead) => lead.converted !== lead.whole)
      .map(({ id }) => `half converted: ${id}`),
    ...(loose?.count === 0 ? [] : [`${loose?.count} contacts of half conversions`]),
  ];
}

async function checkUploads(place: Place, operations: readonly Operation[]): Promise<string[]> {
  const rows = await place.ask<{ id: string; name: string; sha256: string }>(
    `select id, name, sha256 from ${place.schema}.file`,
  );
  const known = new Set(rows.map(({ name }) => name));
  const stored = await storedFiles(path.join(place.dataDir, 'files'));
  const wrong: string[] = [];
  for (const { id, name, sha256 } of rows) {
    const file = stored.get(`${place.workspaceId}-${id}`);
    if (file === undefined) wrong.push(`a file without its bytes: ${name}`);
    else if ((await hashOf(file)) !== sha256) wrong.push(`a file with other bytes: ${name}`);
  }
  for (const { op, key, result } of operations)
    if (op === 'upload' && result === 'ok' && !known.has(key)) wrong.push(`lost file: ${key}`);
  return wrong;
}

async function storedFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, path.join(parentPath, name)]),
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Customers' codes: distinct, without a gap, and the counter at the last. */
async function checkNumbers({ ask, schema }: Place): Promise<string[]> {
  const [row] = await ask<{ count: number; different: number; highest: number; counter: number }>(
    `select count(*)::int as count, count(distinct code)::int as different,
            coalesce(max(substr(code, 4)::int), 0) as highest,
            coalesce((select value::int from ${schema}.counter where series like 'account.code%'), 0) as counter
       from ${schema}.account`,
  );
  if (!row) return ['no numbers'];
  const { count, different, highest, counter } = row;
  return count === different && count === highest && count === counter
    ? []
    : [`numbers: ${count} records, ${different} codes, the highest ${highest}, counter ${counter}`];
}

/** Each version of a record has its change in the history and its event; each record its words for the search. */
async function checkWholeness({ ask, schema }: Place): Promise<string[]> {
  const half = await ask<{ name: string; what: string }>(
    `select a.name, format('version %s, %s changes, %s events, %s documents', a.version, h.n, o.n, d.n) as what
       from ${schema}.account a,
       lateral (select count(*) as n from ${schema}.history where object = 'account' and record_id = a.id) h,
       lateral (select count(*) as n from ${schema}.outbox where object = 'account' and record_id = a.id) o,
       lateral (select count(*) as n from ${schema}.search_document where object = 'account' and record_id = a.id) d
      where h.n <> a.version or o.n <> a.version or d.n <> 1`,
  );
  return half.map(({ name, what }) => `half a record: ${name} (${what})`);
}

async function checkIndexes({ ask }: Place): Promise<string[]> {
  try {
    await ask(`select bt_index_check(c.oid, true) from pg_class c
      join pg_am m on m.oid = c.relam and m.amname = 'btree'
      join pg_namespace n on n.oid = c.relnamespace and (n.nspname = 'core' or n.nspname like 'w\\_%')
     where c.relkind = 'i'`);
    return [];
  } catch (error) {
    return [`a damaged index: ${String(error)}`];
  }
}
