import type { PoolClient } from 'pg';
import { StartError } from '../../start-error.ts';
import type { Log } from '../../log.ts';
import { customRowsSql, modelOf, type TableRows } from '../model/load-custom.ts';
import { literal } from '../records/sql.ts';
import type { Workspaces } from '../workspaces.ts';
import { describeSpec } from './describe-spec.ts';
import { readCatalog, type SchemaParts } from './read-catalog.ts';
import { workspaceSpec } from './workspace-spec.ts';

/**
 * Compares the tables of every workspace with what its model needs, once, at the start. Refuses to go on when
 * something is missing or different: a request would find out later, and worse. What is there besides, such as an
 * index of the company's database administrator, is only told.
 */
export async function checkWorkspaces(
  { database, declarations }: Pick<Workspaces, 'database' | 'declarations'>,
  log: Log,
): Promise<void> {
  const { schemas, catalog, custom } = await readAll(database);
  const specs = new Map<string, SchemaParts>();
  const wrong: string[] = [];
  for (const schema of schemas) {
    const settings = custom.get(schema) ?? { objects: [], fields: [] };
    // Companies without anything of their own have the same tables.
    const name = JSON.stringify(settings);
    const model = () => modelOf(declarations.objects, settings, { archived: true });
    const wanted = specs.get(name) ?? describeSpec(workspaceSpec(model()));
    specs.set(name, wanted);
    for (const each of hidden(settings, declarations)) log.warn({ workspace: schema }, each);
    const differences = compare(schema, wanted, catalog.get(schema) ?? new Map());
    wrong.push(...differences.wrong);
    for (const each of differences.besides) log.warn({ workspace: schema }, each);
  }
  if (wrong.length > 0) throw new StartError(message(wrong));
}

/** As of one moment: a server that runs already may be adding a field. */
async function readAll(database: Workspaces['database']) {
  const client = await database.owner.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    const { rows } = await client.query<{ schema: string }>(
      'select schema_name as schema from core.workspace order by schema_name',
    );
    const schemas = rows.map(({ schema }) => schema);
    const catalog = await readCatalog(client, schemas);
    const custom = await readCustom(client, schemas, catalog);
    await client.query('commit');
    return { schemas, catalog, custom };
  } finally {
    // What failed half way is not given to anyone else.
    client.release(true);
  }
}

/** What an administrator made and a release has declared since: the values stay where they are. */
function hidden({ objects, fields }: TableRows, declared: Workspaces['declarations']): string[] {
  const known = new Map(declared.objects.map((object) => [object.key, object]));
  return [
    ...objects
      .filter(({ key }) => known.has(key))
      .map(({ key }) => `the object ${key} made here is hidden by the standard one`),
    ...fields
      .filter(({ object, key }) => known.has(object) && key in (known.get(object)?.fields ?? {}))
      .map(
        ({ object, key }) => `the field ${object}.${key} made here is hidden by the standard one`,
      ),
  ];
}

const mostShown = 20;

const message = (wrong: readonly string[]): string =>
  `the tables are not as this version needs them: ${wrong.slice(0, mostShown).join('; ')}` +
  (wrong.length > mostShown ? `; and ${wrong.length - mostShown} more` : '') +
  '. Nothing was changed. Undo what was done to them by hand, or restore a backup';

/** A union over all schemas; a hundred at a time, because each table is planned for. */
async function readCustom(
  client: PoolClient,
  schemas: readonly string[],
  catalog: ReadonlyMap<string, SchemaParts>,
): Promise<ReadonlyMap<string, TableRows>> {
  const found = new Map<string, TableRows>();
  const readable = schemas.filter((schema) => {
    const tables = catalog.get(schema);
    return tables?.has('custom_object') && tables.has('custom_field');
  });
  for (let at = 0; at < readable.length; at += 100) {
    const text = readable
      .slice(at, at + 100)
      .map((schema) => `select ${literal(schema)}, x.* from (${customRowsSql(schema)}) x(o, f)`)
      .join('\nunion all ');
    const { rows } = await client.query<[string, TableRows['objects'], TableRows['fields']]>({
      text,
      rowMode: 'array',
    });
    for (const [schema, objects, fields] of rows) found.set(schema, { objects, fields });
  }
  return found;
}

function compare(
  schema: string,
  wanted: SchemaParts,
  actual: SchemaParts,
): { wrong: string[]; besides: string[] } {
  const wrong: string[] = [];
  const besides: string[] = [];
  if (actual.size === 0) return { wrong: [`the schema ${schema} is missing`], besides };
  for (const [table, parts] of wanted) {
    const there = actual.get(table);
    if (!there) {
      wrong.push(`the table ${schema}.${table} is missing`);
      continue;
    }
    for (const [name, words] of parts) {
      const found = there.get(name);
      if (found === undefined) wrong.push(`${schema}.${table}: ${name} is missing (${words})`);
      else if (found !== words)
        wrong.push(`${schema}.${table}: ${name} is "${found}" and should be "${words}"`);
    }
    for (const [name, words] of there) {
      if (parts.has(name)) continue;
      // Every insert would fail for want of its value.
      const bars = name.startsWith('column ') && words.endsWith(' not null');
      (bars ? wrong : besides).push(`${schema}.${table}: ${name} is not ours (${words})`);
    }
  }
  for (const table of actual.keys())
    if (!wanted.has(table)) besides.push(`the table ${schema}.${table} is not ours`);
  return { wrong, besides };
}
