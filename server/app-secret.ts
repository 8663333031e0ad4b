import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { createPrivateFile, ensureDataFolder, readIfPresent } from './data-folder.ts';
import { StartError } from './start-error.ts';
import type { Config } from './config.ts';

/** APP_SECRET, or the key file of the data folder, made by whichever process comes first. */
export async function readAppSecret(
  config: Pick<Config, 'appSecret' | 'dataDir'>,
): Promise<string> {
  if (config.appSecret !== undefined) return config.appSecret;
  await ensureDataFolder(config.dataDir);
  const file = path.join(config.dataDir, 'secret.key');
  const kept = await readIfPresent(file);
  const text = kept ?? (await createPrivateFile(file, `${randomBytes(32).toString('hex')}\n`));
  const secret = text.trim();
  if (secret.length < 32)
    throw new StartError(`${file} is damaged: expected 64 hexadecimal digits; restore it`);
  if (process.platform !== 'win32') await fs.chmod(file, 0o600);
  return secret;
}

/** The key an installation already has; makes none, for what must not change anything. */
export async function readKeptSecret(
  config: Pick<Config, 'appSecret' | 'dataDir'>,
): Promise<string> {
  if (config.appSecret !== undefined) return config.appSecret;
  const kept = await readIfPresent(path.join(config.dataDir, 'secret.key'));
  if (kept === undefined)
    throw new StartError(
      `there is no secret key: put the secret.key of the installation into ${config.dataDir}, or set APP_SECRET to it`,
    );
  return kept.trim();
}
