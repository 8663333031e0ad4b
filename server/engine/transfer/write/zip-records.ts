/** Records of the ZIP format (PKWARE APPNOTE 4.3) for parts whose size follows their data. */
export interface ZipPart {
  name: string;
  offset: number;
  crc: number;
  packed: number;
  unpacked: number;
}

/** Beyond this the records need their 64-bit forms, which no sheet of allowed size reaches. */
export const maxZipBytes = 0xffff_ffff;

/** Bit 3: sizes come after the data; bit 11: names are UTF-8. */
const flags = 0x0808;
const version = 20;
const deflated = 8;
/** 1 January 1980: the same content gives the same file. */
const dosDate = 0x0021;

export function localHeader(name: string): Buffer {
  const bytes = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(dosDate, 12);
  head.writeUInt16LE(bytes.length, 26);
  return Buffer.concat([head, bytes]);
}

export function dataDescriptor({ crc, packed, unpacked }: ZipPart): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packed, 8);
  record.writeUInt32LE(unpacked, 12);
  return record;
}

function directoryEntry({ name, offset, crc, packed, unpacked }: ZipPart): Buffer {
  const bytes = Buffer.from(name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(dosDate, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(unpacked, 24);
  head.writeUInt16LE(bytes.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, bytes]);
}

export function directory(parts: readonly ZipPart[], offset: number): Buffer {
  const entries = Buffer.concat(parts.map(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([entries, end]);
}
