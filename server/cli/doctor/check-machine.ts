import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { codeOf } from '../../data-folder.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

/** What does not need the database. */
export async function checkMachine(config: Config): Promise<Finding[]> {
  return [
    checkNode(process.versions.node),
    await checkFolder(config.dataDir),
    await checkSpace(config.dataDir),
    await checkKeyFile(config),
    checkAddress(config),
    await checkOutbox(config),
  ];
}

const pinned = 26;

export function checkNode(version: string): Finding {
  return Number(version.split('.')[0]) >= pinned
    ? ok('Node', `version ${version}`)
    : problem(
        'Node',
        `version ${version} is too old`,
        `start with npm start or npm run duyen, which bring version ${pinned}`,
      );
}

async function checkFolder(dataDir: string): Promise<Finding> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok('data folder', dataDir);
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? problem('data folder', `${dataDir} is not there`, 'run npm start once, or set DATA_DIR')
      : problem(
          'data folder',
          `${dataDir} may not be read or written`,
          'start as the account it belongs to, or give it to this one',
        );
  }
}

const leastBytes = 500 * 1_048_576;

async function checkSpace(dataDir: string): Promise<Finding> {
  const disk = await statfs(dataDir).catch(() => undefined);
  if (!disk) return ok('disk', 'not looked at: there is no data folder');
  const free = disk.bavail * disk.bsize;
  const share = free / (disk.blocks * disk.bsize);
  const message = `${Math.floor(free / 1_048_576)} MB free, ${Math.floor(share * 100)} %`;
  const remedy = 'make room: without it, writing stops while reading goes on';
  if (free < leastBytes / 10) return problem('disk', message, remedy);
  return free < leastBytes || share < 0.05 ? warning('disk', message, remedy) : ok('disk', message);
}

async function checkKeyFile({ appSecret, dataDir }: Config): Promise<Finding> {
  if (appSecret !== undefined) return ok('secret key', 'from APP_SECRET');
  const file = path.join(dataDir, 'secret.key');
  const found = await stat(file).catch(() => undefined);
  if (!found)
    return problem(
      'secret key',
      `${file} is not there`,
      'put it back from where you keep it; a new installation makes one at its first start',
    );
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    return problem('secret key', `${file} may be read by others`, `chmod 600 ${file}`);
  return ok('secret key', `${file}; keep a copy of it apart from the backups`);
}

const onlyHere = new Set(['127.0.0.1', '::1', 'localhost']);

export function checkAddress({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): Finding {
  if (publicUrl === undefined)
    return onlyHere.has(host)
      ? ok('address', `${host}: for this machine only`)
      : problem(
          'address',
          `HOST is ${host}, so others reach it, but PUBLIC_URL is not set: links in mails lead nowhere`,
          'set PUBLIC_URL to the address people type, e.g. https://crm.example.com',
        );
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'http:' && !onlyHere.has(hostname))
    return warning(
      'address',
      `${publicUrl} is not encrypted: passwords can be read on their way`,
      'put a reverse proxy with a certificate before it and begin PUBLIC_URL with https',
    );
  return ok('address', publicUrl);
}

async function checkOutbox({ smtpUrl, dataDir }: Config): Promise<Finding> {
  const folder = path.join(dataDir, 'outbox');
  const names = await readdir(folder).catch((): string[] => []);
  const mails = names.filter((name) => name.endsWith('.eml')).length;
  if (smtpUrl === undefined)
    return warning(
      'mail',
      `SMTP_URL is not set: invitations and resets are written to ${folder} (${mails} now)`,
      'set SMTP_URL to send them',
    );
  return mails > 0
    ? warning(
        'mail',
        `${mails} mails of before SMTP_URL was set lie in ${folder}`,
        'send them again or delete them: they hold links that let people in',
      )
    : ok('mail', 'nothing lies in the outbox');
}
