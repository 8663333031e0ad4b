import { valueErrorCodes, type ValueError, type ValueErrorCode } from '#shared/errors.ts';

interface Issue {
  code?: unknown;
  path?: readonly PropertyKey[];
  [detail: string]: unknown;
}

/**
 * Issues of a schema as value errors. They must have been made with `reportInput`: a member that is
 * absent and one of the wrong type differ by it only.
 */
export const fromIssues = (issues: readonly object[]): ValueError[] =>
  issues.flatMap((issue) => fromIssue({ ...issue }));

function fromIssue(issue: Issue): ValueError[] {
  const path = (issue.path ?? []).map(String).join('.');
  if (issue.code === 'unrecognized_keys' && Array.isArray(issue['keys']))
    return issue['keys'].map((key) => ({
      path: path === '' ? String(key) : `${path}.${String(key)}`,
      code: 'unknownField',
    }));
  const { code, params } = read(issue);
  return [{ path, code, ...(params && { params }) }];
}

function read(issue: Issue): { code: ValueErrorCode; params?: Record<string, string | number> } {
  const size = (name: 'maximum' | 'minimum') => {
    const limit = issue[name];
    return typeof limit === 'number' || typeof limit === 'bigint' ? Number(limit) : undefined;
  };
  const max = size('maximum');
  const min = size('minimum');
  switch (issue.code) {
    case 'custom':
      return { code: customCode(issue['params']) };
    case 'invalid_type':
      return issue['input'] === undefined || issue['input'] === null
        ? { code: 'required' }
        : { code: 'wrongType' };
    case 'too_big':
      return {
        code: byOrigin(issue, { string: 'tooLong', array: 'tooMany', other: 'tooLarge' }),
        ...(max !== undefined && { params: { max } }),
      };
    case 'too_small':
      if (issue['origin'] === 'string' && min === 1) return { code: 'required' };
      return {
        code: byOrigin(issue, { string: 'tooShort', array: 'required', other: 'tooSmall' }),
        ...(min !== undefined && { params: { min } }),
      };
    case 'invalid_value':
      return Array.isArray(issue['values'])
        ? { code: 'notAnOption', params: { options: issue['values'].join(', ') } }
        : { code: 'notAnOption' };
    case 'invalid_format':
      return { code: formats[String(issue['format'])] ?? 'badFormat' };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { code: 'wrongType' };
    default:
      return { code: 'badFormat' };
  }
}

/** A refinement may name one of our codes: `.refine(check, { params: { code: 'weakPassword' } })`. */
function customCode(params: unknown): ValueErrorCode {
  const named =
    typeof params === 'object' && params !== null && 'code' in params ? params.code : undefined;
  return valueErrorCodes.find((code) => code === named) ?? 'badFormat';
}

const formats: Record<string, ValueErrorCode> = {
  email: 'badEmail',
  url: 'badUrl',
  date: 'badDate',
  datetime: 'badDate',
};

const byOrigin = (
  issue: Issue,
  codes: { string: ValueErrorCode; array: ValueErrorCode; other: ValueErrorCode },
): ValueErrorCode =>
  issue['origin'] === 'string'
    ? codes.string
    : issue['origin'] === 'array' || issue['origin'] === 'set'
      ? codes.array
      : codes.other;
