import { declarations } from '#modules';
import { createWorkspaces } from '#engine/workspaces.ts';
import { readKeptSecret } from '../app-secret.ts';
import { filesOf } from '../compose.ts';
import type { Config } from '../config.ts';
import { reasonOf } from '../data-folder.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import type { Command, Input } from './command.ts';
import { checkContents, checkMigrations } from './doctor/check-contents.ts';
import { checkDatabase } from './doctor/check-database.ts';
import { checkMachine } from './doctor/check-machine.ts';
import { checkSmtp } from './doctor/check-smtp.ts';
import { ok, problem, type Finding } from './doctor/finding.ts';
import { hasDatabase, withDatabase } from './with-installation.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: `

Changes nothing. Status 1 when there is a problem.`,
  summary: 'Say what is wrong with this installation and what to do about it.',
  operands: [],
  options: {},
  async run({ config, log }) {
    const findings = await checkMachine(config);
    if (config.smtpUrl !== undefined) findings.push(await checkSmtp(config.smtpUrl));
    findings.push(...(await lookInside({ config, log })));
    return {
      json: findings,
      lines: findings.flatMap(({ level, about, message, remedy }) => [
        `${level.padEnd(7)}  ${about}: ${message}`,
        ...(remedy === undefined ? [] : [`         → ${remedy}`]),
      ]),
      failed: findings.some(({ level }) => level === 'problem'),
    };
  },
};

async function lookInside({ config, log }: Pick<Input, 'config' | 'log'>): Promise<Finding[]> {
  // Looking must not be what makes a database.
  if (!(await hasDatabase(config)))
    return [problem('database', 'there is none yet', 'run npm start once')];
  try {
    return await withDatabase({ config, log }, (database) => lookAt(database, config, log));
  } catch (error) {
    return [
      problem(
        'database',
        reasonOf(error),
        config.databaseUrl === undefined
          ? `see the log below ${config.dataDir}`
          : 'check DATABASE_URL and that PostgreSQL runs',
      ),
    ];
  }
}

async function lookAt(database: Database, config: Config, log: Log): Promise<Finding[]> {
  const migrations = await checkMigrations(database);
  const findings = [ok('database', 'answers'), ...(await checkDatabase(database)), migrations];
  if (migrations.level !== 'ok') return findings;
  const secret = await readKeptSecret(config).catch(() => undefined);
  // Said above already.
  if (secret === undefined) return findings;
  const workspaces = createWorkspaces(database, declarations, filesOf(config), log);
  return [...findings, ...(await checkContents(workspaces, secret))];
}
