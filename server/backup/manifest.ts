import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';

const table = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  create: z.string(),
  after: z.array(z.string()),
  references: z.array(z.string()),
  rows: z.number(),
  /** Names of the parts that hold its rows. */
  parts: z.array(z.string()),
});

const part = z.strictObject({ size: z.number(), sha256: z.string() });
export type Part = z.infer<typeof part>;

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  program: z.string(),
  createdAt: z.string(),
  postgres: z.number(),
  /** The newest migration that core and the workspaces have had. */
  migrations: z.strictObject({ core: z.number(), workspace: z.number() }),
  /** Which key the secrets inside are encrypted with, without telling it. */
  keyFingerprint: z.string(),
  schemas: z.array(z.string()),
  tables: z.array(table),
  /** Where identity columns go on. */
  sequences: z.array(z.string()),
  files: z.array(z.strictObject({ name: z.string(), size: z.number() })),
  /** Every part of the archive but this one. */
  parts: z.record(z.string(), part),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestName = 'manifest.json';

export const sha256 = (bytes: Buffer | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Tells two keys apart without telling either. */
export const fingerprintOf = (secret: string): string =>
  sha256(`duyen backup key ${secret}`).slice(0, 32);

/** The manifest with a mark that only who has the installation's key can make: a foreign or changed one is noticed. */
export function sealManifest(manifest: Manifest, secret: string): Buffer {
  const text = JSON.stringify(manifest);
  return Buffer.from(JSON.stringify({ mark: markOf(text, secret), manifest: text }));
}

const sealed = z.strictObject({ mark: z.string(), manifest: z.string() });
/** What a manifest of any format tells. */
const anyFormat = z.looseObject({ format: z.number(), keyFingerprint: z.string() });

export function openManifest(bytes: Buffer, secret: string): Manifest {
  const outer = sealed.safeParse(parseJson(bytes.toString('utf8')));
  if (!outer.success) throw new BackupError('notABackup');
  const inner = parseJson(outer.data.manifest);
  const known = anyFormat.safeParse(inner);
  if (!known.success) throw new BackupError('notABackup');
  if (known.data.keyFingerprint !== fingerprintOf(secret)) throw new BackupError('otherKey');
  const expected = Buffer.from(markOf(outer.data.manifest, secret));
  const given = Buffer.from(outer.data.mark);
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw new BackupError('damaged', manifestName);
  const manifest = manifestSchema.safeParse(inner);
  if (!manifest.success) throw new BackupError('newerFormat');
  return manifest.data;
}

const markOf = (text: string, secret: string): string =>
  createHmac('sha256', `duyen backup ${secret}`).update(text).digest('hex');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const rowsIn = ({ tables }: Manifest): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0);
