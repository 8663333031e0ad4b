import { access, constants } from 'node:fs/promises';
import path from 'node:path';

const names = ['soffice', 'libreoffice'];

/** LibreOffice, where it is installed beside the program. */
export async function findConverter(searched = process.env['PATH'] ?? ''): Promise<string | null> {
  for (const folder of searched.split(path.delimiter))
    for (const name of path.isAbsolute(folder) ? names : []) {
      const file = path.join(folder, name);
      const isThere = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  return null;
}
