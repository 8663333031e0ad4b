import { z } from 'zod';
import { AppError, invalid, type ValueError } from '#shared/errors.ts';
import { isCurrency } from '#shared/fields/money.ts';
import { isTimeZone } from '#shared/locale/time-zone.ts';
import { checkPassword } from '../people/check-password.ts';
import { sampleKeys, type SampleKey } from '../samples/sample.ts';

export const starts = ['empty', 'import', 'sample'] as const;

/** As it was typed. */
export interface SetupInput {
  company: { name: string; currency: string; timeZone: string; language: string };
  administrator: { name: string; email: string; password: string };
  start: string;
  sample?: string | undefined;
}

export interface CheckedSetup {
  company: { name: string; currency: string; timeZone: string; language: 'vi' | 'en' };
  administrator: { name: string; email: string; password: string };
  start: (typeof starts)[number];
  sample: SampleKey | undefined;
}

const longest = 200;

/** What was typed, checked as a whole: every error of the page at once. */
export function checkSetup({ company, administrator, start, sample }: SetupInput): CheckedSetup {
  const errors: ValueError[] = [];
  const refuse = (path: string, code: ValueError['code']) => void errors.push({ path, code });
  const name = (path: string, typed: string) => {
    const text = typed.normalize().trim();
    if (text === '') refuse(path, 'required');
    else if (text.length > longest)
      errors.push({ path, code: 'tooLong', params: { max: longest } });
    else if (/[\p{Cc}\u2028\u2029]/u.test(text)) refuse(path, 'badCharacter');
    return text;
  };
  const choice = <const T extends string>(path: string, typed: string, all: readonly T[]) => {
    const found = all.find((each) => each === typed);
    if (found === undefined)
      errors.push({ path, code: 'notAnOption', params: { options: all.join(', ') } });
    return found;
  };
  const companyName = name('company.name', company.name);
  if (!isCurrency(company.currency)) refuse('company.currency', 'badCurrency');
  if (!isTimeZone(company.timeZone)) refuse('company.timeZone', 'badTimeZone');
  const language = choice('company.language', company.language, ['vi', 'en']);
  const personName = name('administrator.name', administrator.name);
  const email = administrator.email.trim().toLowerCase();
  if (email === '') refuse('administrator.email', 'required');
  else if (!z.email().max(254).safeParse(email).success) refuse('administrator.email', 'badEmail');
  errors.push(...passwordErrors(administrator.password, [personName, email]));
  const begin = choice('start', start, starts);
  const chosen = sample === undefined ? undefined : choice('sample', sample, sampleKeys);
  if (begin === 'sample' && sample === undefined) refuse('sample', 'required');
  if (errors.length > 0 || !language || !begin) throw invalid(errors);
  return {
    company: { ...company, name: companyName, language },
    administrator: { name: personName, email, password: administrator.password },
    start: begin,
    sample: begin === 'sample' ? chosen : undefined,
  };
}

function passwordErrors(password: string, person: readonly string[]): readonly ValueError[] {
  const path = 'administrator.password';
  if (password === '') return [{ path, code: 'required' }];
  try {
    checkPassword(password, path, person);
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.errors;
    throw error;
  }
}
