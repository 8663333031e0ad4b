import { readArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { manifestName, openManifest, sha256, type Manifest, type Part } from './manifest.ts';

/** Reads the whole archive and compares every part with the manifest: nothing missing, nothing more, nothing changed. */
export async function verifyBackup(file: string, secret: string): Promise<Manifest> {
  const found = new Map<string, Part>();
  let sealed: Buffer | undefined;
  await readArchive(file, async (name, bytes) => {
    if (name === manifestName) sealed = bytes;
    else found.set(name, { size: bytes.length, sha256: sha256(bytes) });
  });
  if (!sealed) throw new BackupError('notABackup');
  const manifest = openManifest(sealed, secret);
  for (const [name, expected] of Object.entries(manifest.parts)) {
    const part = found.get(name);
    if (part?.size !== expected.size || part.sha256 !== expected.sha256)
      throw new BackupError('damaged', name);
    found.delete(name);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw new BackupError('damaged', extra);
  return manifest;
}
