import type { Pool, PoolClient } from 'pg';
import { ddl } from '#engine/schema/ddl.ts';
import { workspaceSpec } from '#engine/schema/workspace-spec.ts';
import { qualified, quote } from '#engine/records/sql.ts';
import type { Model } from '#shared/model.ts';
import { fillActivities } from './generate-activities.ts';
import { at, code, fold, id, phone, pick, spread } from './generate-sql.ts';
import { families, forms, givens, middles, places, trades } from './words.ts';

/** Who the records belong to. */
export interface People {
  members: readonly string[];
  /** The team of the member at the same place. */
  teams: readonly string[];
}

/**
 * Fills a workspace with `count` accounts, one and a half times as many contacts and five times as many activities: the
 * same rows every time, written set by set without indexes, which are built afterwards.
 */
export async function generate(
  owner: Pool,
  schema: string,
  model: Model,
  people: People,
  count: number,
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query(
      "set statement_timeout = 0; set maintenance_work_mem = '1GB'; set synchronous_commit = off",
    );
    const rebuild = await withoutIndexes(client, schema, model);
    await client.query(
      `create temp table people as select * from unnest($1::uuid[], $2::uuid[]) with ordinality as p(member, team, n)`,
      [people.members, people.teams],
    );
    await client.query(accountsSql(schema), [count, ...lists]);
    await client.query(contactsSql(schema), [Math.floor(count * 1.5), count, ...lists]);
    for (const fill of [accountDocumentsSql, contactDocumentsSql, matchKeysSql]) {
      await client.query(fill(schema));
    }
    await fillActivities(client, schema, count);
    await inOrder(client, schema);
    await rebuild();
    await client.query(
      `insert into ${qualified(schema, 'counter')} values ('account.code.', $1) on conflict (series) do update set value = $1`,
      [count],
    );
    await client.query('drop table people');
    await client.query('vacuum analyze');
  } finally {
    client.release(true);
  }
}

/**
 * Accounts lie as they were made. Written once more all at once, for what their activities say of them, they would lie in
 * any order on twice the pages, which no company's do.
 */
async function inOrder(client: PoolClient, schema: string): Promise<void> {
  await client.query(`cluster ${qualified(schema, 'account')} using account_pkey`);
}

const filled = [
  'account',
  'contact',
  'search_document',
  'search_document_account',
  'search_document_contact',
  'activity',
  'search_document_activity',
];

async function withoutIndexes(client: PoolClient, schema: string, model: Model) {
  const tables = workspaceSpec(model).filter(({ name }) => filled.includes(name));
  for (const { indexes } of tables) {
    for (const { name } of indexes)
      await client.query(`drop index ${quote(schema)}.${quote(name)}`);
  }
  return async () => {
    for (const table of tables) {
      for (const index of table.indexes) {
        await client.query(ddl({ step: 'createIndex', table: table.name, index }, schema));
      }
    }
  };
}

const lists = [families, middles, givens, forms, trades, places];
const accountsSql = (schema: string) => `
insert into ${qualified(schema, 'account')} (id, version, created_at, created_by, updated_at, updated_by, owner, team,
  code, kind, name, stage, potential, roles, phones, emails, tax_code, region, source, employees, sector, priority,
  billing_address, billing_address_line1, billing_address_province, last_contact_at, yearly_revenue, yearly_revenue_currency, yearly_revenue_base)
select ${id(1)}, 1, ${at}, p.member, ${at}, p.member, p.member, p.team,
  ${code('i')}, case when i % 5 = 0 then 'person' else 'company' end,
  ${pick(5, 4)} || ' ' || ${pick(6, 5)} || ' ' || ${pick(7, 6)} || ' ' || ${pick(2, 17)} || ' ' || ${pick(3, 18)} || ' ' || ${pick(4, 7)},
  (array['toMarket', 'inTalks', 'customer', 'dormant', 'lost'])[${spread(8, '5')}],
  (array['a', 'b', 'c', 'd', null])[${spread(9, '5')}],
  array[(array['customer', 'prospect', 'supplier', 'partner'])[${spread(10, '4')}]],
  array[${phone(11)}], array['lienhe' || i || '@congty' || i % 1000 || '.vn'],
  lpad(((hashint8(i * 13) & 2147483647)::bigint)::text, 10, '0'),
  (array['north', 'central', 'south'])[${spread(12, '3')}],
  (array['website', 'referral', 'zalo', 'event'])[${spread(13, '4')}],
  ${spread(14, '500')}, ${pick(6, 5)}, i % 50 = 0,
  'VN', i % 900 || ' đường số ' || i % 90, (array['01', '79', '48', '31', '92'])[${spread(15, '5')}],
  case when i % 3 = 0 then null else ${at} + interval '30 days' end,
  ${spread(16, '90000')} * 1000000, 'VND', ${spread(16, '90000')} * 1000000
from generate_series(1, $1::bigint) i
join people p on p.n = (hashint8(i * 7) & 2147483647) % (select count(*) from people) + 1
order by i`;

const contactsSql = (schema: string) => `
insert into ${qualified(schema, 'contact')} (id, version, created_at, created_by, updated_at, updated_by, owner, team,
  name, name_family, name_middle, name_given, account, job_title, phones, emails)
select ${id(2)}, 1, ${at}, p.member, ${at}, p.member, p.member, p.team,
  n.f || ' ' || n.m || ' ' || n.g, n.f, n.m, n.g, a.id,
  (array['Giám đốc', 'Kế toán', 'Trưởng phòng mua hàng', 'Nhân viên'])[${spread(20, '4')}],
  array[${phone(21)}], array['nguoi' || i || '@thu.vn']
from (select i, ${pick(3, 22)} f, ${pick(4, 23)} m, ${pick(5, 24)} g,
    ${code('((i - 1) % $2::bigint + 1)')} code
  from generate_series(1, $1::bigint) i) n
join people p on p.n = (hashint8(i * 11) & 2147483647) % (select count(*) from people) + 1
join ${qualified(schema, 'account')} a on a.code = n.code
where $6::text[] is not null and $7::text[] is not null and $8::text[] is not null`;

const digits = `'0' || substr(phones[1], 4) || E'\\n' || substr(phones[1], 2)`;
const accountDocumentsSql = (schema: string) => `
insert into ${qualified(schema, 'search_document')} (object, record_id, title, body, name_key, updated_at)
select 'account', id, name, ${fold("name || E'\\n' || code || E'\\n' || tax_code")} || E'\\n' || ${digits} || E'\\n' || emails[1],
  ${fold('name')}, updated_at
from ${qualified(schema, 'account')}`;
const contactDocumentsSql = (schema: string) => `
insert into ${qualified(schema, 'search_document')} (object, record_id, title, body, name_key, updated_at)
select 'contact', id, name, ${fold("name || E'\\n' || job_title")} || E'\\n' || ${digits} || E'\\n' || emails[1],
  ${fold('name')}, updated_at
from ${qualified(schema, 'contact')}`;

/** As many keys of the same kinds and lengths as the engine keeps; the names' are near enough to its own. */
const nameKey = `replace(replace(${fold('name')}, ' ', ''), 'y', 'i')`;
const matchKeysSql = (schema: string) =>
  [
    ['account', 'companyName', nameKey, 'hashtext(name)'],
    ['account', 'taxCode', 'tax_code', '0'],
    ['contact', 'personName', nameKey, 'hashtext(name)'],
    ...['account', 'contact'].flatMap((table) => [
      [table, 'phone', 'phones[1]', '0'],
      [table, 'email', 'emails[1]', '0'],
    ]),
  ]
    .map(
      ([table = '', rule, key, form]) =>
        `insert into ${qualified(schema, 'match_key')} (object, rule, key, form, record_id)
         select '${table}', '${rule}', ${key}, ${form}, id from ${qualified(schema, table)} order by 3, 4, 5`,
    )
    .join(';\n');
