/** The one filter language: lists, counts, rights, saved views, segments and rules all speak it. */

export const operators = [
  'eq',
  'ne',
  'in',
  'notIn',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'contains',
  'startsWith',
  'isEmpty',
  'isNotEmpty',
  'hasAny',
  'hasAll',
] as const;
export type Operator = (typeof operators)[number];

/** What stands for a value until the actor and the moment are known; written `{ me: true }`, `{ relative: 'today' }`. */
export type Word = 'me' | 'myTeam' | 'myTeams' | 'relative';

export interface Condition {
  /** `status`, a part (`billingAddress.province`), or one relation deep (`account.region`). */
  field: string;
  op: Operator;
  /** A value, a list, `{ me: true }`, `{ myTeam: true }`, `{ myTeams: true }` or `{ relative: 'last30Days' }`. */
  value?: unknown;
}

/** What a person or another program may send. */
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Condition;

/**
 * What rights are written in: the same language with words that no request may use.
 * `shared`: the record was shared with the actor or one of their teams, for at least this level.
 * `reach`: the record this relation points to is within the actor's reach for the verb.
 * `within`: a record above the one this relation points to, or that one, is granted to the actor for the verb.
 * `live`: neither the record this relation points to nor any above it is in the trash.
 * `nothing`: matches no record.
 */
export type Predicate =
  | { and: Predicate[] }
  | { or: Predicate[] }
  | { not: Predicate }
  | Condition
  | { shared: 'read' | 'update' }
  | { reach: string; verb: 'read' | 'update' }
  | { within: string; verb: 'read' | 'update' | 'delete' }
  | { live: string }
  | { nothing: true };

/** A predicate that is a filter and nothing else: what views and layouts may be written in. */
export type PlainPredicate = Exclude<
  Predicate,
  | { shared: unknown }
  | { reach: unknown }
  | { within: unknown }
  | { live: unknown }
  | { nothing: unknown }
>;

/** Limits of a filter from outside; above them it is refused, never cut. */
export const filterLimits = {
  depth: 8,
  conditions: 100,
  listLength: 1000,
  textLength: 1000,
} as const;

export const relativeDates = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'nextQuarter',
  'thisYear',
  'lastYear',
  'nextYear',
  'last7Days',
  'last30Days',
  'last90Days',
  'last365Days',
  'next7Days',
  'next30Days',
  'next90Days',
] as const;
export type RelativeDate = (typeof relativeDates)[number];
