import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Where the corpus lies when nobody says otherwise: beside the checkout. */
export const usualCorpus = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/badinput.json',
);

const caseSchema = z.object({
  id: z.string(),
  class: z.string(),
  where: z.string(),
  payload: z.unknown().transform((value): unknown => value),
  expect: z.object({
    status: z.array(z.int()),
    inv: z.array(z.string()),
    max_ms: z.number().optional(),
    note: z.string().optional(),
  }),
});
const corpusSchema = z.object({ cases: z.array(caseSchema) });

export type Case = z.infer<typeof caseSchema>;

/** The corpus' own maker of long strings and binary files; it has no types of its own. */
export interface Generator {
  materialise(value: unknown): unknown;
  gen(kind: { kind: string }, options: { canary: number }): Buffer;
}

export interface Corpus {
  cases: Case[];
  generator: Generator;
}

/** Without a corpus there is nothing to make; cases written by hand are as they are. */
export const noCorpus: Corpus = {
  cases: [],
  generator: {
    materialise: (value) => value,
    gen({ kind }) {
      throw new Error(`nothing makes ${kind} without the corpus`);
    },
  },
};

export async function readCorpus(file: string): Promise<Corpus> {
  const { cases } = corpusSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  return { cases, generator: await loadGenerator(path.dirname(file)) };
}

/** The one beside the corpus, or for a corpus kept elsewhere the usual one. */
async function loadGenerator(folder: string): Promise<Generator> {
  const [file] = [folder, path.dirname(usualCorpus)]
    .map((each) => path.join(each, 'badinput-gen.mjs'))
    .filter((each) => fs.existsSync(each));
  if (file === undefined) throw new Error(`badinput-gen.mjs is not in ${folder}`);
  const module: unknown = await import(pathToFileURL(file).href);
  if (!isGenerator(module)) throw new Error(`${file} does not export materialise and gen`);
  return module;
}

const isGenerator = (module: unknown): module is Generator =>
  typeof module === 'object' &&
  module !== null &&
  'materialise' in module &&
  typeof module.materialise === 'function' &&
  'gen' in module &&
  typeof module.gen === 'function';
