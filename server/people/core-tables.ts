import { Kysely, PostgresDialect, type ColumnType, type Generated } from 'kysely';
import type { Pool } from 'pg';
import type { Ctx, WorkspaceSettings } from '#engine/context.ts';

/** Tables of core that hold people; instants are ISO text. A type, as Kysely's withTables asks for. */
export type CoreTables = {
  workspace: {
    id: string;
    key: string;
    name: string;
    schema_name: string;
    settings: ColumnType<WorkspaceSettings, string, string>;
  };
  user: {
    id: string;
    name: string;
    email: string;
    email_verified: Generated<boolean>;
    two_factor_enabled: Generated<boolean>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  account: {
    id: string;
    user_id: string;
    provider_id: string;
    account_id: string;
    password: string | null;
    updated_at: Generated<string>;
  };
  session: {
    id: string;
    user_id: string;
    token: string;
    ip_address: string | null;
    user_agent: string | null;
    expires_at: string;
    last_used_at: Generated<string>;
    created_at: Generated<string>;
  };
  verification: { id: string; identifier: string; value: string; expires_at: string };
  two_factor: { id: string; user_id: string; verified: boolean };
  used_code: { user_id: string; code_hash: string; expires_at: string };
  membership: {
    user_id: string;
    workspace_id: string;
    member_id: string;
    active: Generated<boolean>;
    last_used_at: Generated<string>;
  };
  invitation: {
    id: string;
    workspace_id: string;
    member_id: string;
    email: string;
    token_hash: string;
    expires_at: string;
    accepted_at: string | null;
    created_at: Generated<string>;
  };
  api_key: {
    id: string;
    workspace_id: string;
    member_id: string;
    name: string;
    hash: string;
    prefix: string;
    scopes: string[];
    expires_at: string | null;
    last_used_at: string | null;
    revoked_at: string | null;
    created_at: Generated<string>;
  };
  setup_token: { hash: string; created_at: Generated<string> };
  attempt: { key: string; tries: number; resets_at: string };
  audit: {
    id: Generated<number>;
    at: Generated<string>;
    action: string;
    result: string;
    user_id: string | null;
    workspace_id: string | null;
    member_id: string | null;
    subject: string | null;
    address: string | null;
  };
};

export type Core = Kysely<CoreTables>;

export const coreOn = (pool: Pool): Core =>
  new Kysely<CoreTables>({ dialect: new PostgresDialect({ pool }) }).withSchema('core');

/** On the connection of the context: inside its transaction when there is one. */
export const coreOf = (ctx: Ctx): Core =>
  ctx.tables.withoutPlugins().withSchema('core').withTables<CoreTables>();
