import type { Database } from '../../database/database.ts';
import { databaseVersion } from '../../database/safe-versions.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

export function checkVersion(versionNumber: number, embedded: boolean): Finding {
  const { version, safeVersion, outdated } = databaseVersion(versionNumber);
  if (!outdated) return ok('database version', `PostgreSQL ${version}`);
  return warning(
    'database version',
    `PostgreSQL ${version} lacks the security fixes of ${safeVersion}`,
    embedded
      ? 'fit for trying out and small teams; otherwise set DATABASE_URL to a PostgreSQL of your own that has them'
      : `install PostgreSQL ${safeVersion} or newer`,
  );
}

interface Facts {
  role: string;
  mighty: boolean;
  owns: boolean;
  encoding: string;
  missing: string[];
  collation: boolean;
  aheadSeconds: number;
}

const factsSql = `
select current_user::text as role,
  (select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user) as mighty,
  has_database_privilege(current_database(), 'CREATE') as owns,
  current_setting('server_encoding') as encoding,
  (select coalesce(array_agg(name), '{}') from unnest(array['pg_trgm', 'btree_gin', 'unaccent']) as name
    where name not in (select extname from pg_extension)) as missing,
  exists (select from pg_collation where collname = 'vi-x-icu') as collation,
  (extract(epoch from clock_timestamp()) - $1::float8)::float8 as "aheadSeconds"`;

/** The server, its roles and what is installed in it. */
export async function checkDatabase(database: Database): Promise<Finding[]> {
  const { rows } = await database.app.query<Facts>(factsSql, [Date.now() / 1000]);
  const [facts] = rows;
  if (!facts) return [];
  return [
    checkVersion(database.versionNumber, database.embedded),
    checkRole(facts, database.embedded),
    facts.encoding === 'UTF8'
      ? ok('encoding', 'UTF8')
      : problem(
          'encoding',
          `the database has ${facts.encoding}`,
          "move it to one made with ENCODING 'UTF8' TEMPLATE template0",
        ),
    facts.missing.length === 0
      ? ok('extensions', 'all there')
      : problem(
          'extensions',
          `${facts.missing.join(', ')} missing`,
          `run as a superuser in the database: ${facts.missing.map((name) => `CREATE EXTENSION ${name};`).join(' ')}`,
        ),
    facts.collation
      ? ok('sorting', 'Vietnamese, by ICU')
      : problem(
          'sorting',
          'the collation vi-x-icu is not there',
          'use a PostgreSQL that was built with ICU',
        ),
    checkClock(facts.aheadSeconds),
  ];
}

function checkRole({ role, mighty, owns }: Facts, embedded: boolean): Finding {
  if (mighty)
    return problem(
      'database role',
      `${role} is a superuser or may make roles: one hole in a query is then a hole in the machine`,
      `ALTER ROLE ${role} NOSUPERUSER NOCREATEROLE NOBYPASSRLS`,
    );
  if (embedded && owns)
    return problem(
      'database role',
      `${role} may make schemas`,
      'restart Duyên: a start that was killed half way left it that right',
    );
  return ok('database role', `${role}, not a superuser`);
}

export function checkClock(aheadSeconds: number): Finding {
  const seconds = Math.abs(Math.round(aheadSeconds));
  return seconds < 5
    ? ok('clock', 'the same as the database')
    : warning(
        'clock',
        `${seconds} s ${aheadSeconds > 0 ? 'behind' : 'ahead of'} the database`,
        'let both machines set their clocks over the network (NTP)',
      );
}
