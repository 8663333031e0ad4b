import { openInstallation, type Installation } from '../compose.ts';
import type { Input } from './command.ts';

/** Opens what the server also runs on, beside it when it runs, and leaves it as it was. */
export async function withInstallation<T>(
  { config, log }: Pick<Input, 'config' | 'log'>,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config, log);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
