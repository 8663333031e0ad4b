import { AppError, type ValueErrorCode } from '#shared/errors.ts';
import type { TableFileRefusal } from '#shared/messages/table-files.ts';

/** Why a table file cannot be read; with the status and the value error that stand for it. */
const refusals = {
  fileTooLarge: ['tooLarge', 'tooLarge'],
  unpackedTooLarge: ['tooLarge', 'tooLarge'],
  zipRatio: ['tooLarge', 'tooLarge'],
  tooManyZipEntries: ['tooLarge', 'tooMany'],
  tooManyColumns: ['tooLarge', 'tooMany'],
  tooManyRows: ['tooLarge', 'tooMany'],
  recordTooLong: ['tooLarge', 'tooLong'],
  readerTooLong: ['tooLarge', 'tooLarge'],
  readerOutOfMemory: ['tooLarge', 'tooLarge'],
  oldExcel: ['unsupportedMediaType', 'wrongType'],
  openDocument: ['unsupportedMediaType', 'wrongType'],
  wordOrSlides: ['unsupportedMediaType', 'wrongType'],
  binaryExcel: ['unsupportedMediaType', 'wrongType'],
  html: ['unsupportedMediaType', 'wrongType'],
  xml: ['unsupportedMediaType', 'wrongType'],
  pdf: ['unsupportedMediaType', 'wrongType'],
  image: ['unsupportedMediaType', 'wrongType'],
  archive: ['unsupportedMediaType', 'wrongType'],
  binary: ['unsupportedMediaType', 'wrongType'],
  encoding: ['unsupportedMediaType', 'badCharacter'],
  empty: ['invalid', 'required'],
  nulByte: ['invalid', 'badCharacter'],
  unclosedQuote: ['invalid', 'badFormat'],
  strayQuote: ['invalid', 'badFormat'],
  noSuchSheet: ['invalid', 'notFound'],
  damagedZip: ['invalid', 'badFormat'],
  encryptedZip: ['invalid', 'badFormat'],
  duplicateZipName: ['invalid', 'badFormat'],
  missingPart: ['invalid', 'badFormat'],
  xmlDeclaresEntities: ['invalid', 'badFormat'],
  badXml: ['invalid', 'badFormat'],
} as const satisfies Record<
  TableFileRefusal,
  readonly ['tooLarge' | 'unsupportedMediaType' | 'invalid', ValueErrorCode]
>;

export type Refusal = TableFileRefusal;

/**
 * A file we do not read. `extra.reason` picks the sentence in messages/table-files.ts; `row` is the row as the person sees
 * it, `max` the limit that was passed.
 */
export const refuseFile = (reason: Refusal, params: Record<string, string | number> = {}) => {
  const [code, valueCode] = refusals[reason];
  return new AppError(code, {
    errors: [{ path: 'file', code: valueCode, params: { reason, ...params } }],
    extra: { reason, ...params },
    params: { reason, ...params },
  });
};
