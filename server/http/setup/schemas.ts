import { z } from 'zod';
import { sampleKeys, sampleRoles } from '#server/samples/sample.ts';

export const sampleSchema = z.enum(sampleKeys);
export const sampleRoleSchema = z.enum(sampleRoles);
const label = z.strictObject({ vi: z.string(), en: z.string() });
const count = z.int();

export const countsSchema = z.strictObject({
  records: z.record(z.string(), count),
  members: count,
  teams: count,
  tags: count,
  views: count,
  fields: count,
  files: count,
});

export const stateSchema = z.strictObject({
  sample: sampleSchema.nullable(),
  name: z.string().nullable(),
  addedAt: z.string().nullable(),
  counts: countsSchema.nullable(),
  /** `possible`: for somebody who asks from where this request came. */
  signIn: z.strictObject({ allowed: z.boolean(), possible: z.boolean() }),
  available: z.array(z.strictObject({ sample: sampleSchema, name: z.string(), label })),
});

export const setupSchema = z.strictObject({
  /** There is no company yet. */
  needed: z.boolean(),
  /** Making it takes the code of the address that was printed at the start. */
  tokenNeeded: z.boolean(),
  /** Empty to whoever asks over a network once set-up is done. */
  version: z.string(),
  demo: z
    .strictObject({
      sample: sampleSchema,
      company: z.string(),
      roles: z.array(z.strictObject({ key: sampleRoleSchema, name: z.string(), title: label })),
    })
    .nullable(),
});

/** Any text: what is wrong with it is said of all fields together. */
const typed = z.string().max(1000);
export const setupInput = z.strictObject({
  token: z.string().max(200).exactOptional(),
  company: z.strictObject({ name: typed, currency: typed, timeZone: typed, language: typed }),
  administrator: z.strictObject({ name: typed, email: typed, password: typed }),
  start: typed,
  sample: typed.exactOptional(),
});
