import { access } from 'node:fs/promises';
import path from 'node:path';
import { declarations } from '#modules';
import { createWorkspaces } from '#engine/workspaces.ts';
import { readKeptSecret } from '../app-secret.ts';
import { filesOf } from '../compose.ts';
import { reasonOf } from '../data-folder.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Command, Input } from './command.ts';
import { checkContents, checkMigrations } from './doctor/check-contents.ts';
import { checkDatabase } from './doctor/check-database.ts';
import { checkMachine } from './doctor/check-machine.ts';
import { checkSmtp } from './doctor/check-smtp.ts';
import { ok, problem, type Finding } from './doctor/finding.ts';

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
  const made = await access(path.join(config.dataDir, 'database.json')).then(
    () => true,
    () => false,
  );
  if (config.databaseUrl === undefined && !made)
    return [problem('database', 'there is none yet', 'run npm start once')];
  try {
    const database = await openDatabase(config, log);
    try {
      const migrations = await checkMigrations(database);
      const findings = [ok('database', 'answers'), ...(await checkDatabase(database)), migrations];
      if (migrations.level !== 'ok') return findings;
      const secret = await readKeptSecret(config).catch(() => undefined);
      // Said above already.
      if (secret === undefined) return findings;
      const workspaces = createWorkspaces(database, declarations, filesOf(config), log);
      return [...findings, ...(await checkContents(workspaces, secret))];
    } finally {
      await database.close();
    }
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
