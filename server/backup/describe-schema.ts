import type { PoolClient } from 'pg';

/** A table as a backup keeps it: what makes it, and what is added when its rows are in. */
export interface TableDescription {
  schema: string;
  name: string;
  /** Columns that are copied, in order; none when no row is. */
  columns: string[];
  create: string;
  /** Keys and indexes, made after the rows. */
  after: string[];
  /** Foreign keys, made when all tables are full. */
  references: string[];
}

/** Everything of a schema that a restore needs, read from the catalog, so that it does not depend on the program's version. */
export async function describeSchema(
  client: PoolClient,
  schema: string,
): Promise<TableDescription[]> {
  const { rows } = await client.query<{
    name: string;
    partitioned: boolean;
    columns: string[] | null;
    create: string;
    after: string[];
    references: string[];
  }>(tablesSql, [schema]);
  return rows.map(({ partitioned, columns, ...table }) => ({
    schema,
    ...table,
    // The rows of a table with partitions are its partitions'.
    columns: partitioned ? [] : (columns ?? []),
  }));
}

/**
 * Tables with partitions come first, so that the list can be created from top to bottom. What a partition has from its
 * parent is left out: it comes again with the parent's, whose indexes the catalog describes as those of the parent
 * alone. Left out, too, are columns that are computed, and numbers of transactions: those of
 * another cluster mean nothing in this one, and their default gives the restoring transaction's.
 */
const tablesSql = `
with t as (
  select c.oid, c.relname, c.relkind, c.relispartition,
    pg_get_expr(c.relpartbound, c.oid) as bound,
    (select p.relname from pg_inherits i join pg_class p on p.oid = i.inhparent where i.inhrelid = c.oid) as parent
  from pg_class c
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
)
select t.relname::text as name,
  t.relkind = 'p' as partitioned,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.atttypid <> 'xid8'::regtype) as columns,
  case when t.relispartition
    then format('create table %I.%I partition of %I.%I %s', $1::text, t.relname, $1::text, t.parent, t.bound)
    else format('create table %I.%I (%s)%s', $1::text, t.relname,
      (select string_agg(
          format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
          || case when a.attcollation <> ty.typcollation and a.attcollation <> 0
               then format(' collate %I.%I', cn.nspname, co.collname) else '' end
          || case when a.attidentity <> '' then format(' generated %s as identity %s',
                    case a.attidentity when 'a' then 'always' else 'by default' end,
                    (select format('(start %s increment %s minvalue %s maxvalue %s cache %s)',
                        q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache)
                      from pg_sequence q where q.seqrelid =
                        pg_get_serial_sequence(format('%I.%I', $1::text, t.relname), a.attname::text)::regclass))
                  when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                  when a.attgenerated = 'v' then format(' generated always as (%s)', pg_get_expr(d.adbin, d.adrelid))
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
          || case when a.attnotnull then ' not null' else '' end, ', ' order by a.attnum)
        from pg_attribute a join pg_type ty on ty.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        left join pg_collation co on co.oid = a.attcollation
        left join pg_namespace cn on cn.oid = co.collnamespace
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
      case when t.relkind = 'p' then ' partition by ' || pg_get_partkeydef(t.oid) else '' end)
  end as create,
  coalesce((select array_agg(format('alter table %I.%I add constraint %I %s', $1::text, t.relname, k.conname,
      pg_get_constraintdef(k.oid)) order by k.contype desc, k.conname)
    from pg_constraint k where k.conrelid = t.oid and k.contype in ('p', 'u', 'c', 'x') and k.conislocal), '{}')
  || coalesce((select array_agg(regexp_replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ') order by x.indexrelid)
    from pg_index x join pg_class ic on ic.oid = x.indexrelid
    where x.indrelid = t.oid and not ic.relispartition and x.indisvalid
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.conrelid = t.oid)), '{}') as after,
  coalesce((select array_agg(format('alter table %I.%I add constraint %I %s', $1::text, t.relname, k.conname,
      pg_get_constraintdef(k.oid)) order by k.conname)
    from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and k.conislocal), '{}') as references
from t order by t.relispartition, t.relname`;

/** Statements that let each identity column go on where it was. */
export async function identitySettings(client: PoolClient, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(identitySql, [schema]);
  return rows.map(({ statement }) => statement);
}

const identitySql = `
select format('select setval(pg_get_serial_sequence(%L, %L), %s)', i.named, i.attname, i.value) as statement
from (
  select n.named, a.attname,
    pg_sequence_last_value(pg_get_serial_sequence(n.named, a.attname::text)::regclass) as value
  from pg_class c
  cross join lateral (select format('%I.%I', $1::text, c.relname) as named) n
  join pg_attribute a on a.attrelid = c.oid and a.attidentity <> '' and not a.attisdropped
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
) i
where i.value is not null
order by 1`;
