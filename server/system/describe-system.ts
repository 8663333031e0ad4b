import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { lastBackups } from '../backup/record-backup.ts';
import type { Database } from '../database/database.ts';
import { databaseVersion } from '../database/safe-versions.ts';
import { programVersion } from '../program-version.ts';
import { listJobs } from './list-jobs.ts';

export interface Installation {
  database: Database;
  /** An account for mails is set. */
  sendsMail: boolean;
}

/** How the installation is, for the administrators of a company on it. */
export async function describeSystem(ctx: Ctx, { database, sendsMail }: Installation) {
  if (!ctx.access.administrator) throw forbidden();
  const [sizes] = await ctx.db.query(
    `select pg_database_size(current_database())::float8,
       (select coalesce(sum(pg_total_relation_size(c.oid)), 0)::float8 from pg_class c
         where c.relkind in ('r', 'm') and c.relnamespace = to_regnamespace($1)),
       (select count(*)::int from core.process where seen_at > now() - interval '60 seconds')`,
    [`"${ctx.workspace.schema}"`],
  );
  const [bytes, workspaceBytes, workers] = (sizes ?? []).map(Number);
  return {
    version: programVersion,
    modelVersion: ctx.model.version,
    node: process.versions.node,
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    database: {
      ...databaseVersion(database.versionNumber),
      embedded: database.embedded,
      bytes: bytes ?? 0,
      workspaceBytes: workspaceBytes ?? 0,
    },
    mail: { sends: sendsMail },
    backup: await lastBackups(database),
    jobs: { workers: workers ?? 0, ...(await listJobs(ctx)) },
  };
}
