import { z } from 'zod';
import type { UploadBody } from '../openapi/collect-routes.ts';
import { zodSchema } from '../openapi/zod-schema.ts';
import { wholeNumber, yesOrNo } from '../query-input.ts';

const chosenValues = z.record(z.string().max(500), z.string().max(500).nullable());

const columnChoice = z.strictObject({
  target: z.string().min(1).max(100).nullable(),
  onMissing: z.enum(['refuse', 'empty', 'create']).exactOptional(),
  onProblem: z.enum(['refuse', 'empty']).exactOptional(),
  values: chosenValues.exactOptional(),
});

/** What texts of the column mean already; the others become options. */
export const addOptionsBody = z.strictObject({ values: chosenValues.exactOptional() });

/** How a file is to be taken; what is left out is found out or asked. */
export const importOptions = z.strictObject({
  columns: z.record(z.string().max(500), columnChoice).exactOptional(),
  onlyNamed: z.boolean().exactOptional(),
  match: z.array(z.string().min(1).max(60)).max(10).exactOptional(),
  onMatch: z.enum(['create', 'update', 'skip']).exactOptional(),
  numbers: z.enum(['vi', 'en']).exactOptional(),
  dates: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .exactOptional(),
  timeZone: z.string().min(1).max(60).exactOptional(),
  emptyClears: z.boolean().exactOptional(),
  sheet: z.string().max(100).exactOptional(),
  encoding: z
    .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'windows-1252'])
    .exactOptional(),
  delimiter: z.enum([',', ';', '\t', '|']).exactOptional(),
  headerRow: z.boolean().exactOptional(),
  run: z.boolean().exactOptional(),
  unchecked: z.boolean().exactOptional(),
});

/** Fields come before the file, which is read as it arrives. */
export const importForm: UploadBody = {
  types: ['multipart/form-data'],
  schema: {
    type: 'object',
    properties: {
      object: { type: 'string', description: 'Key of the object.', examples: ['account'] },
      options: {
        type: 'string',
        description: 'JSON: how the file is to be taken.',
        default: '{}',
        contentSchema: zodSchema(importOptions, 'input'),
      },
      file: { type: 'string', format: 'binary', description: 'CSV or XLSX.' },
    },
    required: ['object', 'file'],
    additionalProperties: false,
  },
};

export const importParams = z.strictObject({ id: z.uuid() });

const page = {
  cursor: z.string().max(100).exactOptional(),
  limit: wholeNumber(1, 200).exactOptional(),
};
export const importsQuery = z.strictObject(page);

const phase = z.enum(['check', 'run', 'undo']);
/** The empty column stands for rows that are wrong as a whole. */
const which = {
  code: z.string().max(60).exactOptional(),
  column: z.string().max(500).exactOptional(),
};
export const problemsQuery = z.strictObject({ phase, ...which, ...page });
/** Every column when absent. */
export const optionsQuery = z.strictObject({ column: z.string().max(500).exactOptional() });
export const rowsQuery = z.strictObject({
  phase: phase.default('check'),
  problems: yesOrNo.exactOptional(),
  ...which,
  ...page,
});
export const phaseQuery = z.strictObject({ phase });
