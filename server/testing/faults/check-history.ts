import { createHash } from 'node:crypto';
import path from 'node:path';
import { folderStore } from '#engine/files/folder-store.ts';
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
 * not, and what nobody knows is there as a whole or not at all. Asks for whole sets, so that it costs what a few reads
 * of them cost. With `since`, in milliseconds, it looks only at records made from then on, and `operations` are those
 * on them: what a round added is checked at the cost of that round.
 */
export async function checkHistory(
  place: Place,
  operations: readonly Operation[],
  since?: number,
): Promise<string[]> {
  const from = firstIdOf(since ?? 0);
  const accounts = await place.ask<Row>(
    `select id, name, version from ${place.schema}.account where id >= $1`,
    [from],
  );
  return [
    ...checkCreates(operations, accounts),
    ...checkUpdates(operations, accounts),
    ...(await checkConversions(place, operations, from)),
    ...(await checkUploads(place, operations, from)),
    ...(await checkNumbers(place, from, since === undefined)),
    ...(await checkWholeness(place, from, since ?? 0)),
    ...(since === undefined ? await checkIndexes(place) : []),
  ];
}

/** The lowest UUIDv7 of a moment. */
function firstIdOf(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
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

async function checkConversions(
  { ask, schema }: Place,
  operations: readonly Operation[],
  from: string,
): Promise<string[]> {
  const leads = await ask<{ id: string; converted: boolean; whole: boolean }>(
    `select l.id, l.status = 'converted' as converted,
            a.id is not null and c.id is not null as whole
       from ${schema}.lead l
       left join ${schema}.account a on a.id = l.converted_account
       left join ${schema}.contact c on c.id = l.converted_contact
      where l.id >= $1`,
    [from],
  );
  const converted = new Set(leads.flatMap((lead) => (lead.converted ? [lead.id] : [])));
  const [loose] = await ask<{ count: number }>(
    `select count(*)::int as count from ${schema}.contact c
       left join ${schema}.lead l on l.converted_contact = c.id and l.id >= $1
      where c.id >= $1 and l.id is null`,
    [from],
  );
  return [
    ...operations.flatMap(({ op, key, result }) =>
      op === 'convert' && result === 'ok' && !converted.has(key) ? [`lost conversion: ${key}`] : [],
    ),
    ...leads
      .filter((lead) => lead.converted !== lead.whole)
      .map(({ id }) => `half converted: ${id}`),
    ...(loose?.count === 0 ? [] : [`${loose?.count} contacts of half conversions`]),
  ];
}

async function checkUploads(
  { ask, schema, dataDir, workspaceId }: Place,
  operations: readonly Operation[],
  from: string,
): Promise<string[]> {
  const rows = await ask<{ id: string; name: string; sha256: string }>(
    `select id, name, sha256 from ${schema}.file where id >= $1`,
    [from],
  );
  const known = new Set(rows.map(({ name }) => name));
  const store = folderStore(path.join(dataDir, 'files'));
  const wrong: string[] = [];
  for (const { id, name, sha256 } of rows) {
    const bytes = await store.read(`${workspaceId}-${id}`).catch(() => undefined);
    if (bytes === undefined) wrong.push(`a file without its bytes: ${name}`);
    else if ((await hashOf(bytes)) !== sha256) wrong.push(`a file with other bytes: ${name}`);
  }
  for (const { op, key, result } of operations)
    if (op === 'upload' && result === 'ok' && !known.has(key)) wrong.push(`lost file: ${key}`);
  return wrong;
}

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

/** Customers' codes: distinct, without a gap, the counter at the last, and the first of all is 1. */
async function checkNumbers(
  { ask, schema }: Place,
  from: string,
  ofAll: boolean,
): Promise<string[]> {
  const [row] = await ask<{
    count: number;
    different: number;
    lowest: number;
    highest: number;
    counter: number;
  }>(
    `select count(id)::int as count, count(distinct code)::int as different,
            coalesce(min(substr(code, 4)::int), counter + 1) as lowest,
            coalesce(max(substr(code, 4)::int), counter) as highest, counter
       from (select coalesce(max(value), 0)::int as counter from ${schema}.counter
              where series like 'account.code%')
       left join ${schema}.account on id >= $1
      group by counter`,
    [from],
  );
  if (!row) return ['no numbers'];
  const { count, different, lowest, highest, counter } = row;
  return count === different &&
    count === highest - lowest + 1 &&
    highest === counter &&
    (lowest === 1 || !ofAll)
    ? []
    : [
        `numbers: ${count} records, ${different} codes from ${lowest} to ${highest}, counter ${counter}`,
      ];
}

/**
 * Each version of a record has its change in the history and its event; each record its words for the search; and there
 * is none of them without a record.
 */
async function checkWholeness(
  { ask, schema }: Place,
  from: string,
  since: number,
): Promise<string[]> {
  const half = await ask<{ name: string; what: string }>(
    `select coalesce(max(name), id::text) as name,
            format('version %s, %s changes, %s events, %s documents', sum(version), sum(h), sum(o), sum(d)) as what
       from (
         select id, name, version, 0 as h, 0 as o, 0 as d from ${schema}.account where id >= $1
         union all
         select record_id, null, 0, 1, 0, 0 from ${schema}.history where object = 'account' and record_id >= $1
         union all
         select record_id, null, 0, 0, 1, 0 from ${schema}.outbox
          where object = 'account' and record_id >= $1 and at >= to_timestamp($2 / 1000.0)
         union all
         select record_id, null, 0, 0, 0, 1 from ${schema}.search_document
          where object = 'account' and record_id >= $1
       ) each
      group by id
     having sum(h) <> sum(version) or sum(o) <> sum(version) or sum(d) <> 1
      order by id`,
    [from, since],
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
