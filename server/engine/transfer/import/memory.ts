import { hash } from 'node:crypto';
import { addMarks, readMarks } from './value-marks.ts';
import type { Values } from '../../records/rules.ts';

/**
 * What a dry run remembers of the rows before. Small, because a file has a hundred thousand: keys stand as their hash, and
 * of values only marks are kept that tell whether they are the same again.
 */
export interface Memory {
  /** The record an earlier row makes, by a key such as `account name:abc`. */
  find: (key: string) => string | undefined;
  /** The first row that has a key keeps it. */
  keep: (key: string, id: string) => void;
  isFresh: (id: string) => boolean;
  /** Notes the values rows give a record, and that it is none of those there are. */
  note: (id: string, given: Values, fresh: boolean) => void;
  marksOf: (id: string) => Map<string, string> | undefined;
  /** By object: the fields that rows or relations may look for. */
  readonly sought: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Marks of a record that no row before made begin otherwise. */
const freshSign = '+';

export function newMemory(sought: Memory['sought']): Memory {
  const keys = new Map<string, string>();
  const records = new Map<string, string>();
  return {
    sought,
    find: (key) => keys.get(short(key)),
    keep(key, id) {
      const mark = short(key);
      if (!keys.has(mark)) keys.set(mark, id);
    },
    isFresh: (id) => records.get(id)?.startsWith(freshSign) ?? false,
    note(id, given, fresh) {
      const before = records.get(id);
      const sign = fresh || before?.startsWith(freshSign) ? freshSign : '';
      const marks = before === undefined ? undefined : bare(before);
      records.set(id, addMarks(marks, given, sign));
    },
    marksOf(id) {
      const marks = records.get(id);
      return marks === undefined ? undefined : readMarks(bare(marks));
    },
  };
}

const bare = (marks: string): string => (marks.startsWith(freshSign) ? marks.slice(1) : marks);

/** 72 bits: two keys of one file do not meet. */
const short = (key: string): string => hash('sha1', key, 'base64url').slice(0, 12);
