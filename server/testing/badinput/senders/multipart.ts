import { randomBytes } from 'node:crypto';

export interface UploadedPart {
  field: string;
  name?: string;
  type?: string;
  bytes: Buffer;
}

/** A form as a program writes it: names are quoted, and nothing of them is left out. */
export function multipart(parts: readonly UploadedPart[]): { type: string; body: Buffer } {
  const boundary = `b${randomBytes(12).toString('hex')}`;
  const chunks = parts.flatMap(({ field, name, type, bytes }) => {
    const file = name === undefined ? '' : `; filename="${name.replaceAll(/["\\]/g, '\\$&')}"`;
    const kind = type === undefined ? '' : `Content-Type: ${type}\r\n`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n${kind}\r\n`;
    return [Buffer.from(head), bytes, Buffer.from('\r\n')];
  });
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
