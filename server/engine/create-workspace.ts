import { v7 as newId } from 'uuid';
import { DatabaseError, type PoolClient } from 'pg';
import { conflict, invalid } from '#shared/errors.ts';
import { fold } from '#shared/locale/text.ts';
import type { WorkspaceSettings } from './context.ts';
import { buildModel } from './model/build-model.ts';
import { literal, quote } from './records/sql.ts';
import { ddl } from './schema/ddl.ts';
import { plan } from './schema/plan.ts';
import { workspaceSpec } from './schema/workspace-spec.ts';
import { latestMigration } from './schema/migrations.ts';
import type { Workspaces } from './workspaces.ts';

export interface NewWorkspace {
  name: string;
  /** Made from the name when absent. */
  key?: string;
  settings?: Partial<WorkspaceSettings>;
}

const defaults: WorkspaceSettings = {
  language: 'vi',
  currency: 'VND',
  timeZone: 'Asia/Ho_Chi_Minh',
  rates: {},
};
export const newSettings = (settings?: Partial<WorkspaceSettings>): WorkspaceSettings => ({
  ...defaults,
  ...settings,
});

const keyForm = /^[a-z][a-z0-9_]{0,40}$/;

/** A new company with all its tables, in one transaction. `seed` adds what it starts with, such as its administrator. */
export async function createWorkspace(
  workspaces: Workspaces,
  { name, key = keyOf(name), settings }: NewWorkspace,
  seed?: (
    client: PoolClient,
    workspace: { id: string; key: string; schema: string },
  ) => Promise<void>,
): Promise<{ id: string; key: string; schema: string }> {
  if (name.trim() === '') throw invalid([{ path: 'name', code: 'required' }]);
  if (!keyForm.test(key)) throw invalid([{ path: 'key', code: 'badFormat' }]);
  const id = newId();
  const schema = `w_${key}`;
  const appRole = await currentRole(workspaces.database.app);
  const client = await workspaces.database.owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into core.workspace (id, key, name, schema_name, settings, schema_version)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, key, name, schema, JSON.stringify(newSettings(settings)), await latestMigration()],
    );
    await client.query(schemaScript(workspaces, schema, appRole));
    await seed?.(client, { id, key, schema });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw isTaken(error) ? conflict([{ path: 'key', code: 'notUnique' }]) : error;
  } finally {
    client.release();
  }
  return { id, key, schema };
}

const isTaken = (error: unknown) =>
  error instanceof DatabaseError && (error.code === '23505' || error.code === '42P06');

async function currentRole(pool: Workspaces['database']['app']): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('select current_user as name');
  return rows[0]?.name ?? '';
}

/** One script for everything, so that a new company takes one round trip. */
function schemaScript({ declarations }: Workspaces, schema: string, appRole: string): string {
  const model = buildModel(declarations.objects, { objects: [], fields: [] }, 1);
  const role = `"${appRole.replaceAll('"', '""')}"`;
  return [
    `create schema ${quote(schema)}`,
    `alter default privileges in schema ${quote(schema)} grant select, insert, update, delete on tables to ${role}`,
    `grant usage on schema ${quote(schema)} to ${role}`,
    ...plan([], workspaceSpec(model)).map((step) => ddl(step, schema)),
    // What happened cannot be rewritten by a request, whatever it finds a way to run.
    `do $$ begin if current_user <> ${literal(appRole)} then
       revoke update, delete, truncate on ${quote(schema)}.history from ${role}; end if; end $$`,
  ].join(';\n');
}

/** `Cửa hàng Quà Tặng` gives `cua_hang_qua_tang`. */
const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40) || 'workspace';
