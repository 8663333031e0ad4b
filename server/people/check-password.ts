import { invalid } from '#shared/errors.ts';
import { isCommonPassword } from './common-passwords.ts';

export const shortestPassword = 12;
export const longestPassword = 128;

/**
 * NIST SP 800-63B: length and a list of what everybody uses, no rules about kinds of characters.
 * Characters count, not bytes; nothing is trimmed or changed.
 */
export function checkPassword(
  password: string,
  path: string,
  person: readonly string[] = [],
): void {
  const length = [...password].length;
  if (length < shortestPassword)
    throw invalid([{ path, code: 'tooShort', params: { min: shortestPassword } }]);
  if (length > longestPassword)
    throw invalid([{ path, code: 'tooLong', params: { max: longestPassword } }]);
  if (isCommonPassword(password) || isAbout(password, person))
    throw invalid([{ path, code: 'weakPassword' }]);
}

/** Long enough to be a password at all, so worth hashing: a megabyte is not. */
export const isPossiblePassword = (password: string) => password.length <= longestPassword * 2;

/** The name or the address of the person, at most with a few characters around it. */
function isAbout(password: string, person: readonly string[]): boolean {
  const plain = password.toLowerCase();
  return person
    .flatMap((text) => [text, ...text.split('@').slice(0, 1)])
    .map((text) => text.toLowerCase().replaceAll(/\s+/g, ''))
    .some((text) => text.length >= 4 && plain.includes(text) && plain.length - text.length < 5);
}
