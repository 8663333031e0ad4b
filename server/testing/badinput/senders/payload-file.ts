import { member } from '../send.ts';
import type { World } from '../world.ts';
import { isGen } from './records.ts';

export interface PayloadFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Makes what the payload's generator is asked for, which can take seconds that are not the server's. */
export function prepare({ generator, canary }: World, payload: unknown): unknown {
  const file = member(payload, 'file');
  const gen = member(file, 'gen');
  if (!isGen(gen)) return payload;
  return { file: { ...Object(file), bytes: generator.gen(gen, { canary: canary.port }) } };
}

/** The file of a payload: as text, in base64, or made before. */
export function fileOf(payload: unknown): PayloadFile {
  const file = member(payload, 'file');
  const [made, base64, text] = ['bytes', 'b64', 'text'].map((name) => member(file, name));
  const bytes = Buffer.isBuffer(made)
    ? made
    : typeof base64 === 'string'
      ? Buffer.from(base64, 'base64')
      : Buffer.from(String(text));
  return { name: String(member(file, 'name')), type: String(member(file, 'type')), bytes };
}
