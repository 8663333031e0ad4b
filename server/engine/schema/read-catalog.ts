import type { Pool, PoolClient } from 'pg';

/** Parts of a table by name (`column name`, `index box_newest`, …), each described in one form of words. */
export type TableParts = ReadonlyMap<string, string>;
/** Tables by name, of one schema. */
export type SchemaParts = ReadonlyMap<string, TableParts>;

interface Row {
  schema: string;
  table: string;
  parts: [string, string][];
}

/** Everything the catalog says of the tables of these schemas, in four queries however many there are. */
export async function readCatalog(
  database: Pool | PoolClient,
  schemas: readonly string[],
): Promise<ReadonlyMap<string, SchemaParts>> {
  const found = new Map<string, Map<string, Map<string, string>>>();
  for (const query of [columns, indexes, constraints, partitions]) {
    const { rows } = await database.query<Row>(query, [schemas]);
    for (const { schema, table, parts } of rows) {
      const tables = found.get(schema) ?? new Map<string, Map<string, string>>();
      found.set(schema, tables);
      const known = tables.get(table) ?? new Map<string, string>();
      tables.set(table, known);
      for (const [name, words] of parts) known.set(name, words);
    }
  }
  return found;
}

const ofSchemas = `n.nspname = any($1)`;

/** Casts that PostgreSQL adds to a constant when it shows a default are left out. */
const columns = `
select n.nspname as schema, c.relname as table,
  json_agg(json_build_array('column ' || a.attname,
    format_type(a.atttypid, a.atttypmod)
    || case when a.attcollation <> t.typcollation then ' collate "' || co.collname || '"' else '' end
    || case a.attidentity when 'a' then ' generated always as identity' else '' end
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::[a-z ]+(\\[\\])?', '', 'g'), '')
  )) as parts
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_collation co on co.oid = a.attcollation
left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where ${ofSchemas} and c.relkind in ('r', 'p') and not c.relispartition
group by 1, 2`;

/** Indexes of partitions follow those of their parent, which is not valid before all of them are there. */
const indexes = `
select n.nspname as schema, c.relname as table,
  json_agg(json_build_array('index ' || ic.relname,
    case when i.indisunique then 'unique ' else '' end || am.amname || ' ('
    || (select string_agg(
        coalesce(a.attname, pg_get_indexdef(i.indexrelid, k.at::int, true))
        || case when oc.opcdefault then '' else ' ' || oc.opcname end
        || case when i.indoption[k.at - 1] & 1 = 1 then ' desc' else '' end, ', ' order by k.at)
      from unnest(i.indkey::int2[], i.indclass::oid[]) with ordinality as k(attnum, class, at)
      join pg_opclass oc on oc.oid = k.class
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum > 0)
    || ')' || coalesce(' where ' || lower(pg_get_expr(i.indpred, i.indrelid, true)), '')
    || case when i.indisvalid then '' else ', not finished' end
  )) as parts
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class ic on ic.oid = i.indexrelid
join pg_am am on am.oid = ic.relam
where ${ofSchemas} and not i.indisprimary and not c.relispartition
group by 1, 2`;

const constraints = `
select n.nspname as schema, c.relname as table,
  json_agg(json_build_array(
    case k.contype when 'p' then 'primary key' else 'foreign key ' || k.conname end,
    (select string_agg(a.attname, ', ' order by u.at)
      from unnest(k.conkey) with ordinality as u(attnum, at)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = u.attnum)
    || case when k.contype = 'f' then ' to ' || f.relname
         || case k.confdeltype when 'n' then '' else ', other action' end
         || case when k.convalidated then '' else ', not checked' end
       else '' end
  )) as parts
from pg_constraint k
join pg_class c on c.oid = k.conrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_class f on f.oid = k.confrelid
where ${ofSchemas} and k.contype in ('p', 'f') and not c.relispartition
group by 1, 2`;

const partitions = `
select n.nspname as schema, c.relname as table,
  json_build_array(json_build_array('partition', case
    when c.relispartition then 'of ' || p.relname || ' ' || pg_get_expr(c.relpartbound, c.oid)
    else 'by ' || lower(pg_get_partkeydef(c.oid)) end)) as parts
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_inherits h on h.inhrelid = c.oid
left join pg_class p on p.oid = h.inhparent
where ${ofSchemas} and c.relkind in ('r', 'p') and (c.relispartition or c.relkind = 'p')`;
