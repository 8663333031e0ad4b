/** The first release of each line that closes the holes of August 2026: any role that may run SQL could run programs. */
const safe: Readonly<Record<number, number>> = { 15: 19, 16: 15, 17: 11, 18: 6 };

export interface DatabaseVersion {
  /** As people write it: 18.4. */
  version: string;
  /** The first of its line without known holes; null when the line is not known here. */
  safeVersion: string | null;
  outdated: boolean;
}

/** What `server_version_num` says, and whether it is older than its last security fix. */
export function databaseVersion(versionNumber: number): DatabaseVersion {
  const line = Math.floor(versionNumber / 10_000);
  const release = versionNumber % 10_000;
  const least = safe[line];
  return {
    version: `${line}.${release}`,
    safeVersion: least === undefined ? null : `${line}.${least}`,
    outdated: least !== undefined && release < least,
  };
}
