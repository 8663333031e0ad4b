import type { ErrorCode, ValueErrorCode } from '#shared/errors.ts';

export interface FieldProblem {
  path: string;
  code: ValueErrorCode;
  /** A sentence in the language of the person. */
  message: string;
}

/** An answer that is not a success (RFC 9457), or no answer at all (`offline`). */
export class Problem extends Error {
  readonly code: ErrorCode | 'offline';
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** The whole document: `current` of a stale write, `matches` of a duplicate. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown>) {
    const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    super(text('detail') || text('title') || text('code'));
    this.name = 'Problem';
    this.status = status;
    this.body = body;
    // What the server writes; see shared/errors.ts.
    this.code = (text('code') || 'internal') as ErrorCode | 'offline';
    this.title = text('title');
    this.detail = text('detail');
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as FieldProblem[]) : [];
  }
}

export const isProblem = (error: unknown, code?: Problem['code']): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
