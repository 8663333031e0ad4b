import { systemActor } from '#engine/actor.ts';
import { findOrphans } from '#engine/checks/find-orphans.ts';
import { checkFiles } from '#engine/files/check-files.ts';
import { checkWorkspaces } from '#engine/schema/check.ts';
import { latestMigration } from '#engine/schema/migrations.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { fingerprintOf } from '../../backup/manifest.ts';
import { lastBackups } from '../../backup/record-backup.ts';
import { reasonOf } from '../../data-folder.ts';
import type { Database } from '../../database/database.ts';
import { latestCore } from '../../database/migrate-core.ts';
import { countJobs } from '../../jobs/count-jobs.ts';
import { rememberedKey } from '../../remember-key.ts';
import { silentOperator } from '../operator-log.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

/** Whether the tables are those of this version; with older ones the other looks would only fail. */
export async function checkMigrations(database: Database): Promise<Finding> {
  const { rows: found } = await database.app.query<{ core: boolean }>(
    // The queue is not in a backup: after a restore it comes with the first start.
    `select to_regclass('core.installation') is not null
        and to_regclass('graphile_worker.jobs') is not null as core`,
  );
  const remedy = 'start Duyên: it brings them up to date';
  if (!found[0]?.core) return problem('tables', 'those of this version are not there yet', remedy);
  const { rows } = await database.app.query<{ core: number; behind: number; ahead: number }>(
    `select (select max(version) from core.migration) as core,
            (select count(*)::int from core.workspace where schema_version < $1) as behind,
            (select count(*)::int from core.workspace where schema_version > $1) as ahead`,
    [await latestMigration()],
  );
  const { core = 0, behind = 0, ahead = 0 } = rows[0] ?? {};
  const known = await latestCore();
  if (core > known || ahead > 0)
    return problem('tables', 'a newer Duyên has changed them', 'start that version again');
  return core < known || behind > 0
    ? problem('tables', 'not all migrations have been run', remedy)
    : ok('tables', `migrated (${core})`);
}

/** What is in the database and the files. */
export async function checkContents(workspaces: Workspaces, secret: string): Promise<Finding[]> {
  const { database } = workspaces;
  return [
    await checkKey(database, secret),
    await checkDrift(workspaces),
    ...(await checkJobs(database)),
    ...(await checkWholeness(workspaces)),
    await checkBackups(database),
  ];
}

async function checkKey(database: Database, secret: string): Promise<Finding> {
  const kept = await rememberedKey(database);
  return kept === undefined || kept === fingerprintOf(secret)
    ? ok('key of the database', 'the same')
    : problem(
        'key of the database',
        'this database was made with another secret key',
        'put that secret.key back into DATA_DIR, or set APP_SECRET to it',
      );
}

async function checkDrift(workspaces: Workspaces): Promise<Finding> {
  try {
    await checkWorkspaces(workspaces, silentOperator);
    return ok('model', 'the tables are as the model needs them');
  } catch (error) {
    return problem('model', reasonOf(error), 'undo what was done by hand, or restore a backup');
  }
}

async function checkJobs(database: Database): Promise<Finding[]> {
  const { waiting, failed } = await countJobs(database);
  const { rows } = await database.app.query<{ late: number; workers: number }>(
    `select (select count(*)::int from graphile_worker.jobs
              where attempts < max_attempts and locked_at is null and run_at < now() - interval '10 minutes') as late,
            (select count(*)::int from core.process where seen_at > now() - interval '60 seconds') as workers`,
  );
  const { late = 0, workers = 0 } = rows[0] ?? {};
  return [
    failed === 0
      ? ok('jobs', `${waiting} waiting, none given up`)
      : warning(
          'jobs',
          `${failed} were given up after all their tries, ${waiting} wait`,
          'the log says why; select task_identifier, last_error from graphile_worker.jobs',
        ),
    late === 0
      ? ok('workers', `${workers} working`)
      : problem(
          'workers',
          `${late} jobs wait for more than ten minutes, ${workers} workers are alive`,
          'start a process with ROLE all or worker',
        ),
  ];
}

/** Whether everything that belongs together is there, in every company. */
async function checkWholeness(workspaces: Workspaces): Promise<Finding[]> {
  let lost = 0;
  let loose = 0;
  const orphans: string[] = [];
  for (const id of await workspaces.list()) {
    const ctx = await workspaces.context(id, systemActor('doctor'));
    const files = await checkFiles(ctx);
    lost += files.withoutBytes.length;
    loose += files.withoutRow.length;
    for (const { place, count, examples } of await findOrphans(ctx))
      orphans.push(`${count} in ${ctx.workspace.key} ${place} (${examples.join(', ')})`);
  }
  return [
    orphans.length === 0
      ? ok('records', 'nothing points to what is not there')
      : warning(
          'records',
          `what belongs to records that are not there: ${orphans.join('; ')}`,
          'nothing is lost by it; say so where you get help, with this line',
        ),
    lost === 0
      ? ok('files', loose === 0 ? 'all there' : `all there; ${loose} leftovers go tonight`)
      : problem(
          'files',
          `${lost} are known but not there`,
          'copy DATA_DIR/files back from a backup',
        ),
  ];
}

const dayMs = 86_400_000;
const patienceDays = 7;

async function checkBackups(database: Database): Promise<Finding> {
  const { made, verified } = await lastBackups(database);
  const remedy = 'run backup create FILE and backup verify FILE every day, and keep them elsewhere';
  if (made === null) return warning('backup', 'there is none yet', remedy);
  if (verified === null) return warning('backup', `the last (${made}) was never verified`, remedy);
  const days = Math.floor((Date.now() - Date.parse(verified)) / dayMs);
  return days >= patienceDays
    ? warning('backup', `the last verified one is ${days} days old`, remedy)
    : ok('backup', `the last verified one is of ${verified}`);
}
