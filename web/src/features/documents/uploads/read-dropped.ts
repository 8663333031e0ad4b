/** A file, and the folders it stood in where it comes from. */
export interface Chosen {
  file: File;
  folders: readonly string[];
}

/** Files of a drop, those in folders too. Begun at once: when the event is over, nothing of it can be read. */
export async function readDropped(transfer: DataTransfer): Promise<Chosen[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const found = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const chosen = await Promise.all(
    found.map(async ({ entry, file }): Promise<Chosen[]> => {
      if (entry?.isDirectory) return inFolder(entry, []);
      return file ? [{ file, folders: [] }] : [];
    }),
  );
  return chosen.flat();
}

/** Files of an input for whole folders: each says where it stood. */
export const readChosen = (files: readonly File[]): Chosen[] =>
  files.map((file) => ({ file, folders: file.webkitRelativePath.split('/').slice(0, -1) }));

async function inFolder(entry: FileSystemEntry, above: readonly string[]): Promise<Chosen[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, folders: above }];
  }
  if (!isFolder(entry)) return [];
  const folders = [...above, entry.name];
  const reader = entry.createReader();
  const chosen: Chosen[] = [];
  // A browser gives a hundred at a time, until there are none.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return chosen;
    for (const each of entries) chosen.push(...(await inFolder(each, folders)));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
