import type { FieldKind, FieldOf, ValueOf } from './fields/index.ts';
import type { Filter, PlainPredicate } from './filter.ts';

export interface Label {
  vi: string;
  en: string;
}

/** What every field says, whatever its kind. Options of a kind stand beside these, see fields/<kind>.ts. */
export interface FieldBase {
  label: Label;
  help?: Label;
  required?: boolean;
  /** No two records outside the trash have the same value. */
  unique?: boolean;
  /** People sort or filter large lists by it; relations, members and unique fields have an index anyway. */
  index?: boolean;
  /** Set by rules and jobs, never by a request. */
  readOnly?: boolean;
  /** Used when a new record says nothing of the field; checked like input. */
  default?: unknown;
  /** Heading under which forms and pages show it. */
  section?: string;
  /** Worked out from records that point here; nobody writes it. */
  rollup?: Rollup;
  /** Other headings that columns of files have for it, in any language: `MST`, `Tel`. */
  importNames?: readonly string[];
}

/**
 * What a field is worked out from: records of another object whose relation leads here, such as `activity.account`,
 * narrowed by a filter over them. `everyDays`: days between one instant and the next, on average. `quietFrom`: the
 * instant at which nothing has come for `times` as long as usual; empty until three have made a rhythm.
 */
export type Rollup = { of: string; where?: Filter } & (
  | { fn: 'count' }
  | { fn: 'min' | 'max' | 'sum' | 'everyDays'; field: string }
  | { fn: 'quietFrom'; field: string; times: number }
);

export type Field = { [K in FieldKind]: FieldOf<K> }[FieldKind];
export type Fields = Record<string, Field>;

/** How two records are judged to be the same thing; see engine/duplicates. */
export interface DuplicateRule {
  field: string;
  /** `exact`: equal values (any element of a list). `companyName` / `personName`: equal when folded, without company words. */
  match: 'exact' | 'companyName' | 'personName';
  /** 0 to 100: what this evidence alone says. Scores of several rules add up, to at most 100. */
  score: number;
}

export interface ObjectDefinition {
  /** camelCase, singular: also the name in `relation` fields, history and events. */
  key: string;
  /** Plural kebab-case: the path in the API. */
  path: string;
  label: Label;
  pluralLabel: Label;
  /** The field whose text stands for the record in links and pickers. */
  title: string;
  fields: Fields;
  /**
   * Who the record belongs to. `owned`: it gets `owner` and `team`, and scopes own / team / below / all apply.
   * `{ through }`: it is reached through the record this required relation points to. `shared`: everyone with the right.
   */
  reach: 'owned' | 'shared' | { through: string };
  /** Fields whose words the search finds it by. */
  search?: readonly string[];
  /** Columns of the list before anyone chose others. */
  list?: readonly string[];
  /** How its lists stand before anyone chose another order, such as `-startsAt`; newest first when absent. */
  sort?: string;
  /** Key of the view that its lists open with, unless a layout names another. */
  opensWith?: string;
  /** Tabs of related records on its page: the relation fields that point here, as `object.field`. */
  related?: readonly string[];
  sections?: Record<string, Label>;
  duplicates?: readonly DuplicateRule[];
  /** Combinations of fields that no two records outside the trash share; an error names the last field. */
  unique?: readonly (readonly string[])[];
  /** Combinations of fields by which large lists are narrowed and then sorted: `['owner', 'startsAt']`. */
  indexes?: readonly (readonly string[])[];
  /** Fields naming members who see and change an owned record as its owner does. */
  participants?: readonly string[];
  /** A field that is filled in records of whose making those they are given to are not told: they hear of it otherwise. */
  untold?: string;
  /** Relations and links of an owned record: who may see a record they point to sees this one too. */
  seenWith?: readonly string[];
  /** Owned records that everyone sees for whom this is so, such as those for one's team. */
  seenWhen?: PlainPredicate;
  /**
   * An owned record is seen by those it is meant for and by nobody else: no scope of a role and no administrator sees
   * further. Whoever has the scope of all records may change and remove those they see.
   */
  confidential?: true;
  /** `false`: an owned record is shared with nobody: whom it is for is said by its own fields. */
  shares?: false;
  /** What a member has not read of it; see engine/unread. */
  unread?: UnreadRule;
  /**
   * The relation by which an owned record lies within another, as a document in a folder and a folder in a folder: who
   * reaches a record above reaches this one too, and nobody does while one above is in the trash.
   */
  within?: string;
  /**
   * `false`: people do not begin with it. It stands neither in the navigation nor among what one adds: a command makes it,
   * or it is walked through on another page.
   */
  inNavigation?: false;
  /** With which records an owned record may change hands. */
  goesWith?: readonly FollowRule[];
  views?: readonly ViewDefinition[];
  /** Fields that a form asks first. */
  quickCreate?: readonly string[];
  remind?: RemindRule;
  timeline?: TimelineRule;
}

/** Its records stand in the threads of what they are about; see engine/timeline. */
export interface TimelineRule {
  /** When it happened, or is to: a `dateTime`, or `createdAt`. */
  at: string;
  /** The fields that name the records in whose threads it stands: relations and links. */
  to: readonly string[];
  /** What is still to come: it stands above the line of now, also without a time. */
  open?: PlainPredicate;
  /** What one can look at by itself. */
  sorts?: readonly { key: string; label: Label; where: PlainPredicate }[];
  /** The boolean by which people put it on top. */
  pinned?: string;
  /** What people write in it: of a change of these it is said that there was one. */
  texts?: readonly string[];
  /** It stands with what it answers, not by itself. */
  reply?: true;
}

/** When the record its `relation` points to is given to somebody, and both had the same owner; see engine/records. */
export interface FollowRule {
  relation: string;
  /** Only as long as this field has one of these values. */
  while?: { field: string; in: readonly string[] };
}

/** Records of another object that are read one after another, by the relation that leads here: `post.topic`. */
export interface UnreadRule {
  of: string;
  /** The indexed field that has the moment of the last of them. */
  latest: string;
}

/** When whom to remind of a record; see engine/reminders. */
export interface RemindRule {
  /** The moment it is about: a `dateTime`, or a `date`, of which people are told in its morning. */
  at: string;
  /** Fields that hold members; whoever stands in one is reminded. */
  who: readonly string[];
  /** How long before: the field that says it, or the same minutes for every record. */
  minutes: string | readonly number[];
  /** Only as long as this field has one of these values. */
  while?: { field: string; in: readonly string[] };
  /** The boolean that says the whole day is meant: people are told in its morning. */
  wholeDay?: string;
}

export interface ViewDefinition {
  key: string;
  label: Label;
  where?: PlainPredicate;
  sort?: string;
  columns?: readonly string[];
}

type Key<F> = keyof F & string;

/** What `defineObject` takes: the names in it must be names of its own fields. */
type Declaration<F extends Fields> = Omit<ObjectDefinition, 'fields'> & {
  fields: F;
  title: Key<F>;
  reach: 'owned' | 'shared' | { through: Key<F> };
  search?: readonly Key<F>[];
  list?: readonly (Key<F> | SystemKey)[];
  quickCreate?: readonly (Key<F> | SystemKey)[];
  duplicates?: readonly (DuplicateRule & { field: Key<F> })[];
  unique?: readonly (readonly Key<F>[])[];
  indexes?: readonly (readonly (Key<F> | SystemKey)[])[];
  participants?: readonly Key<F>[];
  untold?: Key<F>;
  seenWith?: readonly Key<F>[];
  within?: Key<F>;
  timeline?: TimelineRule & {
    at: Key<F> | SystemKey;
    to: readonly Key<F>[];
    pinned?: Key<F>;
    texts?: readonly Key<F>[];
  };
  goesWith?: readonly (FollowRule & { relation: Key<F> })[];
};

/** Fields that records carry without being declared; see engine/model/system-fields.ts. */
type SystemKey = 'owner' | 'team' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy';

/** Declares an object. The type keeps the fields, so that `RecordOf<typeof account>` knows them. */
export const defineObject = <const F extends Fields>(
  definition: Declaration<F>,
): Omit<ObjectDefinition, 'fields'> & { fields: F } => definition;

type IsRequired<F> = F extends { required: true } ? true : false;

/** Canonical values of a record by field, as rules and commands see them. */
export type RecordOf<D extends { fields: Fields }> = {
  -readonly [K in keyof D['fields']]: IsRequired<D['fields'][K]> extends true
    ? ValueOf<D['fields'][K]>
    : ValueOf<D['fields'][K]> | null;
};
