import type { Filter } from '#shared/filter.ts';

const yes: Filter = { and: [] };
const no: Filter = { or: [] };

const isYes = (filter: Filter): boolean => 'and' in filter && filter.and.length === 0;
const isNo = (filter: Filter): boolean => 'or' in filter && filter.or.length === 0;

/**
 * What a filter still asks of records that have a value in a field: "none yet or before May" is "before May" there, for
 * which the order of an index begins in May instead of today.
 */
export function whenFilled(filter: Filter, field: string): Filter {
  if ('and' in filter) {
    const parts = filter.and.map((part) => whenFilled(part, field)).filter((part) => !isYes(part));
    return parts.some(isNo) ? no : onlyOne({ and: parts }, parts);
  }
  if ('or' in filter) {
    const parts = filter.or.map((part) => whenFilled(part, field)).filter((part) => !isNo(part));
    return parts.some(isYes) ? yes : onlyOne({ or: parts }, parts);
  }
  if ('not' in filter) {
    const part = whenFilled(filter.not, field);
    return isYes(part) ? no : isNo(part) ? yes : { not: part };
  }
  if (filter.field !== field) return filter;
  return filter.op === 'isEmpty' ? no : filter.op === 'isNotEmpty' ? yes : filter;
}

const onlyOne = (group: Filter, [first, ...others]: readonly Filter[]): Filter =>
  first && others.length === 0 ? first : group;
