import type { Case } from './corpus.ts';
import type { Answer } from './send.ts';
import type { World } from './world.ts';

/** By invariant: what is wrong, or nothing. */
export type Checks = Record<string, () => Promise<string | undefined>>;

/** What a case did, for the invariants to look at. Members that do not apply are left out. */
export interface Outcome {
  /** Every answer to what the case sends. */
  answers: Answer[];
  /** Status when it is not an HTTP answer: a program's, a connection's. */
  status?: number;
  /** The value as it was meant to be kept, and a way to read what was. */
  kept?: { value: unknown; read(): Promise<unknown> };
  /** Pairs that must be the same to the byte: a foreign record's and a missing one's. */
  twins?: (readonly [Answer, Answer])[];
  /** Who was refused what. */
  denied?: { memberId?: string; action: string; subject?: string };
  /** Anything a feature's own invariant needs: checks by name, each with what it found wrong. */
  checks?: Checks;
}

export type Send = (world: World, payload: unknown, test: Case) => Promise<Outcome>;

export type Entry =
  | {
      send: Send;
      /** Cases that take this form of the payload only; others are of a feature that is not there. */
      notApplicable?: (payload: unknown, test: Case) => string | undefined;
      /** The route it needs, `POST /api/v1/imports`, while it is being built. */
      needs?: string;
      /** Started with the first case and waited for at the end, for those that take long by their nature. */
      background?: true;
      /** Run after all others. */
      last?: true;
    }
  | { notApplicable: string };

/** Where our published contract says otherwise than the corpus, and only there. */
export interface Difference {
  status?: readonly number[];
  /** Invariants that cannot be asked for. */
  without?: readonly string[];
  reason: string;
}
