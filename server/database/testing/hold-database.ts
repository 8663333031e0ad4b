// For tests that need a second process: opens the database of a folder, and leaves when told.
import { reasonOf } from '../../data-folder.ts';
import { silentLog } from '../../testing/silent-log.ts';
import { openEmbedded } from '../embedded/open-embedded.ts';

try {
  const database = await openEmbedded(process.argv[2] ?? '', silentLog);
  process.stdout.write('ready\n');
  process.once('SIGTERM', () => {
    database.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
