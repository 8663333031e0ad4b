import type { Role } from '../people/people-queries.ts';
import {
  everything,
  isSameCell,
  isScoped,
  noRights,
  scopes,
  verbs,
  type RoleRights,
  type Verb,
} from './rights.ts';
import type { rolesWords } from './roles.words.ts';

type Say = (key: keyof typeof rolesWords.vi, params?: { count: number }) => string;

/** What a role allows, in one line made of its rights: what holds for most objects, and how many have their own. */
export function sayRole({ administrator, rights }: Pick<Role, 'administrator' | 'rights'>, t: Say) {
  if (administrator) return t('mayAll');
  const line = rights[everything] ?? noRights;
  const reached = scopes.toReversed().flatMap((scope) => {
    const able = verbs.filter((verb) => isScoped(verb) && line[verb] === scope);
    return scope === 'none' || able.length === 0
      ? []
      : [`${listed(able, t)} ${t(`whose_${scope}`)}`];
  });
  const others = verbs.filter((verb) => !isScoped(verb) && line[verb] === true);
  const own = ownLines(rights);
  const parts = [
    ...reached,
    ...(others.length > 0 ? [listed(others, t)] : []),
    ...(own > 0 ? [t('ownLines', { count: own })] : []),
  ];
  const text = parts.join('; ');
  return text === '' ? t('mayNothing') : text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

const listed = (able: readonly Verb[], t: Say): string =>
  able.map((verb) => t(`${verb}Word`)).join(', ');

/** Objects for which other things hold than for most. */
const ownLines = (rights: RoleRights): number =>
  Object.keys(rights).filter(
    (object) =>
      object !== everything &&
      verbs.some(
        (verb) => !isSameCell({ [object]: rights[everything] ?? noRights }, rights, object, verb),
      ),
  ).length;
