import type { FastifyRequest } from 'fastify';
import { AppError, malformed } from '#shared/errors.ts';
import { parseWith } from '../validate.ts';
import { isTooDeep } from '../parse-json.ts';
import { importOptions } from './schemas.ts';
import type { ImportOptions } from '#engine/transfer/import/index.ts';
import type { Readable } from 'node:stream';

export interface Upload {
  object: string;
  options: ImportOptions;
  fileName: string;
  content: Readable;
}

const longestField = 1_000_000;

/** A form whose fields (`object`, `options` as JSON) come before its one file, which is read as it arrives. */
export async function receiveUpload<T>(
  request: FastifyRequest,
  take: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw new AppError('unsupportedMediaType');
  const fields = new Map<string, string>();
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const { object, options } = readFields(fields);
        return await take({ object, options, fileName: part.filename, content: part.file });
      }
      if (typeof part.value !== 'string' || part.valueTruncated) throw new AppError('tooLarge');
      fields.set(part.fieldname, part.value);
    }
    throw malformed([{ path: 'file', code: 'required' }]);
  } catch (error) {
    // Read to the end, so that the sender gets to hear why.
    request.raw.unpipe();
    request.raw.resume();
    throw isBrokenOff(error) ? malformed() : error;
  }
}

export const uploadLimits = {
  fieldSize: longestField,
  fields: 4,
  files: 1,
  parts: 6,
  headerPairs: 20,
};

function readFields(fields: ReadonlyMap<string, string>) {
  const errors = [...fields.keys()]
    .filter((name) => name !== 'object' && name !== 'options')
    .map((name) => ({ path: name.slice(0, 60), code: 'unknownField' as const }));
  if (errors.length > 0) throw malformed(errors);
  const object = fields.get('object');
  // The fields are read as they come, so that a file is never kept before it is known what it is for.
  if (object === undefined) throw malformed([{ path: 'object', code: 'required' }]);
  return { object, options: parseWith(importOptions, jsonOf(fields.get('options') ?? '{}')) };
}

function jsonOf(text: string): unknown {
  try {
    if (!isTooDeep(text)) return JSON.parse(text);
  } catch {
    // Said below, for both.
  }
  throw malformed([{ path: 'options', code: 'badFormat' }]);
}

/** The form ended in the middle of a part. */
const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof AppError) &&
  (/^(Unexpected end|Part terminated early|Malformed|Multipart: Boundary)/.test(error.message) ||
    ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'));
