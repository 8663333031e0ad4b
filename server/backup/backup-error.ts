/** Why a backup cannot be made, trusted or restored, in words a person can act on. */
const reasons = {
  missing: 'there is no such file',
  notABackup: 'this file is not a Duyên backup',
  newerFormat: 'this backup was made by a newer Duyên; restore it with that version',
  otherKey:
    'this backup belongs to another secret key; put the secret.key of that installation into DATA_DIR, or set APP_SECRET to it',
  damaged: 'this backup is damaged and nothing was restored',
  cut: 'this backup is incomplete: the file ends too early',
  notEmpty:
    'the place to restore into is not empty and was left as it is; give an empty DATA_DIR or database',
  newerSchema:
    'this backup has newer tables than this Duyên knows; restore it with the version that made it',
  exists: 'there is already a file of that name',
  noSpace: 'there is not enough free space; nothing was kept',
  noFolder: 'the folder for the backup does not exist or may not be written to',
} as const;

type BackupReason = keyof typeof reasons;

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly reason: BackupReason;

  constructor(reason: BackupReason, detail?: string, options?: { cause: unknown }) {
    super(detail === undefined ? reasons[reason] : `${reasons[reason]} (${detail})`, options);
    this.reason = reason;
  }
}
