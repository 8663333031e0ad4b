import { SaxesParser } from 'saxes';
import { AppError } from '#shared/errors.ts';
import { refuseFile } from '../refuse-file.ts';

export interface XmlHandlers {
  /** Names without their prefix. */
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

const encodingOf = (head: Buffer): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};

/**
 * Parses one XML part; yields after each piece so that a caller can stop or hand on what it has.
 * A document type is refused as such, entity or not: Office writes none, attacks need one.
 */
export async function* readXml(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw refuseFile('xmlDeclaresEntities');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i.test(encoding)) {
      throw refuseFile('badXml');
    }
  });
  const { open, text, close } = handlers;
  if (open !== undefined) parser.on('opentag', (tag) => open(local(tag.name), tag.attributes));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close !== undefined) parser.on('closetag', (tag) => close(local(tag.name)));
  let decoder: TextDecoder | undefined;
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      parser.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    parser.write(decoder?.decode() ?? '');
    parser.close();
    yield;
  } catch (error) {
    throw error instanceof AppError ? error : refuseFile('badXml');
  }
}

export async function readWholeXml(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
): Promise<void> {
  const steps = readXml(pieces, handlers);
  while ((await steps.next()).done !== true);
}
