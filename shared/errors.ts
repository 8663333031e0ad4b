/** Every error code an answer can carry, with its HTTP status. Words for people are in messages/errors.ts. */
export const errorStatus = {
  malformed: 400,
  unauthenticated: 401,
  wrongCredentials: 401,
  forbidden: 403,
  previewReadOnly: 403,
  previewNotBegun: 403,
  setupToken: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  stale: 409,
  inUse: 409,
  setupDone: 409,
  sampleThere: 409,
  gone: 410,
  tooLarge: 413,
  unsupportedMediaType: 415,
  invalid: 422,
  idempotencyMismatch: 422,
  tooManyRequests: 429,
  internal: 500,
  unavailable: 503,
  storageFull: 507,
  quotaReached: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Codes of a single value's error; each has a sentence per language in messages/errors.ts. */
export const valueErrorCodes = [
  'required',
  'unknownField',
  'notWritable',
  'wrongType',
  'tooLong',
  'tooShort',
  'tooSmall',
  'tooLarge',
  'tooMany',
  'tooManyDecimals',
  'notAnOption',
  'badFormat',
  'badCharacter',
  'badCheckDigit',
  'badDate',
  'endsEarly',
  'badRecurrence',
  'badTimeZone',
  'badCurrency',
  'badUrl',
  'badEmail',
  'badPhone',
  'badOperator',
  'badCursor',
  'badFilter',
  'notFound',
  'notUnique',
  'cycle',
  'weakPassword',
  'mismatch',
  'readOnly',
] as const;
export type ValueErrorCode = (typeof valueErrorCodes)[number];

/** One wrong value: where it is (dotted path or JSON pointer without the slash), and why. */
export interface ValueError {
  path: string;
  code: ValueErrorCode;
  /** Numbers and names that the sentence mentions, e.g. { max: 200 }. */
  params?: Record<string, string | number>;
}

/** An expected failure. Thrown anywhere below HTTP, turned into application/problem+json in one place. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly errors: readonly ValueError[];
  /** Extra members of the problem document, e.g. both versions of a stale write. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Seconds for the Retry-After header. */
  readonly retryAfter: number | undefined;
  /** Fills the placeholders of the sentence in messages/errors.ts. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    options: {
      errors?: readonly ValueError[];
      extra?: Record<string, unknown>;
      retryAfter?: number;
      params?: Record<string, string | number>;
      cause?: unknown;
    } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = errorStatus[code];
    this.errors = options.errors ?? [];
    this.extra = options.extra ?? {};
    this.retryAfter = options.retryAfter;
    this.params = options.params ?? {};
  }
}

export const notFound = () => new AppError('notFound');
export const forbidden = () => new AppError('forbidden');
export const unauthenticated = () => new AppError('unauthenticated');
/** A password or code that is not the right one, from somebody who may well be signed in. */
export const wrongCredentials = () => new AppError('wrongCredentials');
export const malformed = (errors: readonly ValueError[] = []) =>
  new AppError('malformed', { errors });
export const invalid = (errors: readonly ValueError[]) => new AppError('invalid', { errors });
export const stale = (current: unknown) => new AppError('stale', { extra: { current } });
export const conflict = (errors: readonly ValueError[] = []) =>
  new AppError('conflict', { errors });
export const unavailable = (retryAfter = 2) => new AppError('unavailable', { retryAfter });
