import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';

/** What a new installation gives the application: everything in the rows, nothing in the tables. */
export async function grantRights(
  client: PoolClient,
  database: Database,
  schemas: readonly string[],
): Promise<void> {
  const app = await roleOf(database.app);
  // With DATABASE_URL, one role may own and use everything.
  if (app === (await roleOf(client))) return;
  for (const schema of schemas) {
    const at = `in schema "${schema}"`;
    const all = 'select, insert, update, delete';
    const past = schema === 'core' ? 'core.audit' : `"${schema}".history`;
    await client.query(`
      grant usage on schema "${schema}" to ${app};
      grant ${all} on all tables ${at} to ${app};
      grant usage, select on all sequences ${at} to ${app};
      alter default privileges ${at} grant ${all} on tables to ${app};
      revoke update, delete, truncate on ${past} from ${app}`);
  }
}

async function roleOf(on: Pick<PoolClient, 'query'>): Promise<string> {
  const { rows } = await on.query<{ role: string }>('select quote_ident(current_user) as role');
  return rows[0]?.role ?? '';
}
