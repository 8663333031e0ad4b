import type { NoticeParams } from '#shared/notices.ts';
import type { KeptPersonal } from '#shared/personal.ts';
import type { RoleRights } from '../directory.ts';

import type {
  ImportCounts,
  ImportFailure,
  ImportOptions,
  ImportPlan,
  ImportQuestion,
} from '../transfer/import/types.ts';
import {
  bigint,
  boolean,
  bytesText,
  date,
  identity,
  instant,
  integer,
  jsonb,
  optional,
  systemTable,
  text,
  textList,
  uuid,
  uuidList,
  withDefault,
  xid,
  type TablesOf,
} from './spec.ts';

const now = () => withDefault(instant(), 'now()');

/** Somebody invited to an activity, by address. */
export interface CalendarAttendee {
  email: string;
  name: string;
  answer: 'accepted' | 'declined' | 'tentative' | null;
  /** When it was given, by the clock of who gave it: an older one does not take its place. */
  answeredAt: string | null;
}

/** An event that a feed told of, so that it can be taken back. */
export interface GivenEvent {
  sequence: number;
  /** Instants. */
  start: string;
  end: string;
  allDay: boolean;
  /** When it is over; of a series, the last that was known of. */
  over: string;
  /** By how much its number is above that of the record. */
  lift?: number;
  /** Since when it is not in the feed any more. */
  goneAt?: string;
}

/** Tables every workspace has besides those of its objects. */
export const systemTables = {
  member: systemTable({
    columns: {
      id: uuid(),
      /** core."user" of the person; null until an invitation is accepted. */
      user_id: optional(text()),
      name: text(),
      email: text(),
      role_id: uuid(),
      /** The first is the member's own team. */
      team_ids: withDefault(uuidList(), `'{}'`),
      active: withDefault(boolean(), 'true'),
      language: withDefault(text(), `'vi'`),
      time_zone: optional(text()),
      /** What the person chose for themselves: theme, favourites, picture and the like. */
      settings: withDefault(jsonb<KeptPersonal>(), `'{}'`),
      created_at: now(),
      deactivated_at: optional(instant()),
    },
    primaryKey: ['id'],
    indexes: {
      user: { method: 'btree', on: ['user_id'], unique: true },
      email: { method: 'btree', on: ['lower(email)'], unique: true },
    },
  }),
  team: systemTable({
    columns: {
      id: uuid(),
      name: text(),
      parent_id: optional(uuid()),
      leader_id: optional(uuid()),
      created_at: now(),
    },
    primaryKey: ['id'],
    indexes: { name: { method: 'btree', on: ['lower(name)'], unique: true } },
  }),
  role: systemTable({
    columns: {
      id: uuid(),
      key: text(),
      name: text(),
      administrator: withDefault(boolean(), 'false'),
      rights: jsonb<RoleRights>(),
      created_at: now(),
    },
    primaryKey: ['id'],
    indexes: { key: { method: 'btree', on: ['key'], unique: true } },
  }),
  history: systemTable({
    columns: {
      id: identity(),
      object: text(),
      record_id: uuid(),
      /** Version of the record after the change. */
      version: integer(),
      at: now(),
      actor_id: optional(uuid()),
      /** Why the system did it, or the API key a member used. */
      reason: optional(text()),
      action: text(),
      /** Per field: [before, after], canonical values. */
      changes: jsonb<Record<string, [unknown, unknown]>>(),
    },
    primaryKey: ['id'],
    indexes: {
      record: { method: 'btree', on: ['object', 'record_id', 'id'] },
      actor: { method: 'btree', on: ['actor_id', 'id'] },
    },
  }),
  search_document: systemTable({
    columns: {
      object: text(),
      record_id: uuid(),
      title: text(),
      /** Words of the searched fields, folded, each line one field. */
      body: text(),
      /** The folded title: records are found by it when a file names them. */
      name_key: text(),
      /** Folded words of its searched files; null where there are none. */
      content: optional(text()),
      updated_at: now(),
    },
    primaryKey: ['object', 'record_id'],
    partitionBy: 'object',
    indexes: {
      body: { method: 'gin', on: ['body gin_trgm_ops'] },
      content: { method: 'gin', on: ['content gin_trgm_ops'], where: 'content is not null' },
      name: { method: 'btree', on: ['name_key'] },
      recent: { method: 'btree', on: ['updated_at desc'] },
    },
  }),
  outbox: systemTable({
    columns: {
      id: identity(),
      /** Readers go on only past transactions that have ended, so that no event of a slow one is missed. */
      transaction: withDefault(xid(), 'pg_current_xact_id()'),
      at: now(),
      kind: text(),
      object: text(),
      record_id: uuid(),
      version: integer(),
      actor_id: optional(uuid()),
      /** Names of the fields that changed. */
      fields: withDefault(textList(), `'{}'`),
    },
    primaryKey: ['id'],
    indexes: {
      order: { method: 'btree', on: ['transaction', 'id'] },
      at: { method: 'btree', on: ['at'] },
    },
  }),
  share: systemTable({
    columns: {
      object: text(),
      record_id: uuid(),
      /** Member, team, role, or the workspace for everyone in it; ids do not collide. */
      grantee_id: uuid(),
      grantee: text(),
      level: text(),
      created_at: now(),
      created_by: optional(uuid()),
    },
    primaryKey: ['object', 'record_id', 'grantee_id'],
    indexes: { grantee: { method: 'btree', on: ['grantee_id', 'object', 'record_id'] } },
  }),
  follower: systemTable({
    columns: { object: text(), record_id: uuid(), member_id: uuid(), created_at: now() },
    primaryKey: ['object', 'record_id', 'member_id'],
    indexes: { member: { method: 'btree', on: ['member_id', 'object', 'record_id'] } },
  }),
  /** Up to where a member has read what comes one after another; see engine/unread. */
  read_mark: systemTable({
    columns: { object: text(), record_id: uuid(), member_id: uuid(), at: instant() },
    primaryKey: ['object', 'record_id', 'member_id'],
    indexes: { member: { method: 'btree', on: ['member_id', 'object', 'record_id'] } },
  }),
  /** Before it, a member has read everything of an object. */
  read_all_mark: systemTable({
    columns: { object: text(), member_id: uuid(), at: instant() },
    primaryKey: ['member_id', 'object'],
  }),
  /** That a member has voted, and for what; the choices are kept nowhere when the vote is secret. */
  ballot: systemTable({
    columns: { record_id: uuid(), member_id: uuid(), choices: textList(), at: instant() },
    primaryKey: ['record_id', 'member_id'],
  }),
  /** Secret votes by choice. */
  ballot_count: systemTable({
    columns: { record_id: uuid(), choice: text(), votes: integer() },
    primaryKey: ['record_id', 'choice'],
  }),
  /** What people say of a record without words; kinds are in shared/reactions.ts. */
  reaction: systemTable({
    columns: {
      object: text(),
      record_id: uuid(),
      member_id: uuid(),
      kind: text(),
      created_at: now(),
    },
    primaryKey: ['object', 'record_id', 'member_id', 'kind'],
  }),
  /** What a person is told of, once for each key. */
  notice: systemTable({
    columns: {
      id: uuid(),
      member_id: uuid(),
      kind: text(),
      /** Null where it is of no one record, such as many that were handed over at once. */
      object: optional(text()),
      record_id: optional(uuid()),
      actor_id: optional(uuid()),
      at: instant(),
      /** Names of fields, numbers and ids; never a title, which depends on who reads. */
      params: jsonb<NoticeParams>(),
      key: bytesText(),
      read_at: optional(instant()),
      /** When mail and push were sent on their way: a job that runs again sends nothing again. */
      mailed_at: optional(instant()),
      pushed_at: optional(instant()),
    },
    primaryKey: ['id'],
    indexes: {
      key: { method: 'btree', on: ['member_id', 'key'], unique: true },
      recent: { method: 'btree', on: ['member_id', 'at desc', 'id desc'] },
      unread: {
        method: 'btree',
        on: ['member_id', 'object', 'record_id'],
        where: 'read_at is null',
      },
      record: { method: 'btree', on: ['record_id'], where: 'record_id is not null' },
    },
  }),
  /** Who is to be reminded of a record when; made from the record, and gone once they were. */
  reminder: systemTable({
    columns: {
      object: text(),
      record_id: uuid(),
      member_id: uuid(),
      at: instant(),
      /** The moment of the record it is about. */
      due: instant(),
      minutes: integer(),
      /** The zone whose morning it is, for days; null for moments. */
      zone: optional(text()),
    },
    primaryKey: ['object', 'record_id', 'member_id', 'at'],
    indexes: { due: { method: 'btree', on: ['at'] } },
  }),
  /** How far a job has read the outbox. */
  outbox_reader: systemTable({
    columns: { name: text(), transaction: xid(), event: bigint(), at: now() },
    primaryKey: ['name'],
  }),
  /** A browser that a person allowed to show notices. */
  push_device: systemTable({
    columns: {
      id: uuid(),
      member_id: uuid(),
      endpoint: text(),
      p256dh: text(),
      auth: text(),
      /** What it is, as it says of itself. */
      name: text(),
      created_at: now(),
      used_at: optional(instant()),
    },
    primaryKey: ['id'],
    indexes: {
      endpoint: { method: 'btree', on: ['endpoint'], unique: true },
      member: { method: 'btree', on: ['member_id'] },
    },
  }),
  /** The digest of a day is sent once. */
  digest: systemTable({
    columns: { member_id: uuid(), day: date(), sent_at: now() },
    primaryKey: ['member_id', 'day'],
  }),
  tag: systemTable({
    columns: {
      id: uuid(),
      /** Object and field it belongs to: `account.preferences`. */
      field: text(),
      name: text(),
      folded: text(),
      color: optional(text()),
      created_at: now(),
    },
    primaryKey: ['id'],
    indexes: { name: { method: 'btree', on: ['field', 'folded'], unique: true } },
  }),
  saved_view: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      name: text(),
      /** `mine`, `team` or `everyone`. */
      audience: text(),
      owner_id: uuid(),
      team_id: optional(uuid()),
      /** Filter, sort, columns, grouping, kind of display. */
      definition: jsonb<Record<string, unknown>>(),
      position: withDefault(integer(), '0'),
      version: withDefault(integer(), '1'),
      created_at: now(),
      updated_at: now(),
    },
    primaryKey: ['id'],
    indexes: { object: { method: 'btree', on: ['object', 'audience'] } },
  }),
  file: systemTable({
    columns: {
      id: uuid(),
      name: text(),
      size: bigint(),
      type: text(),
      sha256: text(),
      /** Null until attached to a record; then its rights are the record's. */
      object: optional(text()),
      record_id: optional(uuid()),
      /** The file field it stands in; null for an attachment of the record as a whole. */
      field: optional(text()),
      created_at: now(),
      created_by: optional(uuid()),
      removed_at: optional(instant()),
      /** Its number among those of a field that keeps versions. */
      version: optional(integer()),
      /** What is new in the version. */
      note: optional(text()),
    },
    primaryKey: ['id'],
    indexes: {
      record: { method: 'btree', on: ['object', 'record_id'] },
      unattached: { method: 'btree', on: ['created_at'], where: 'object is null' },
    },
  }),
  /** The words in a file, once they were looked for. */
  file_text: systemTable({
    columns: {
      file_id: uuid(),
      /** `done`, `none`: there are no words in such a file, or `failed`. */
      state: text(),
      text: withDefault(text(), `''`),
      /** As the search compares it. */
      folded: withDefault(text(), `''`),
      at: instant(),
    },
    primaryKey: ['file_id'],
  }),
  /** Who looked at a file, or took it with them. */
  file_opening: systemTable({
    columns: {
      id: identity(),
      file_id: uuid(),
      /** Null for somebody who came by a public link. */
      member_id: optional(uuid()),
      link_id: optional(uuid()),
      /** `preview` or `download`. */
      way: text(),
      at: instant(),
    },
    primaryKey: ['id'],
    indexes: { file: { method: 'btree', on: ['file_id', 'id desc'] } },
  }),
  /** A file on its way, in as many goes as it takes. */
  file_upload: systemTable({
    columns: {
      id: uuid(),
      name: text(),
      size: bigint(),
      /** Of the content, as the sender takes it, so that no other file is gone on with. */
      fingerprint: optional(text()),
      /** By its content, once enough of that is there. */
      type: optional(text()),
      /** What becomes of it; for whoever takes it when it is whole. */
      target: jsonb<Record<string, string>>(),
      created_by: uuid(),
      created_at: instant(),
      touched_at: instant(),
      /** The request that adds to it. Free again when it ended, or could not go on for so long. */
      writer: optional(uuid()),
      writer_until: optional(instant()),
      finished_at: optional(instant()),
      /** The record it became. */
      became: optional(uuid()),
    },
    primaryKey: ['id'],
    indexes: { member: { method: 'btree', on: ['created_by', 'touched_at'] } },
  }),
  /** By which anyone who has its address reads one record's file. */
  public_link: systemTable({
    columns: {
      id: uuid(),
      record_id: uuid(),
      secret_hash: text(),
      password_hash: optional(text()),
      /** What it is for, as its maker calls it. */
      name: optional(text()),
      expires_at: optional(instant()),
      created_by: uuid(),
      created_at: instant(),
      ended_at: optional(instant()),
    },
    primaryKey: ['id'],
    indexes: {
      secret: { method: 'btree', on: ['secret_hash'], unique: true },
      record: { method: 'btree', on: ['record_id', 'created_at'] },
    },
  }),
  /** Somebody who opened a public link, and may read its file for a while. */
  public_link_visit: systemTable({
    columns: {
      id: uuid(),
      link_id: uuid(),
      record_id: uuid(),
      secret_hash: text(),
      at: instant(),
    },
    primaryKey: ['id'],
    indexes: {
      secret: { method: 'btree', on: ['secret_hash'], unique: true },
      link: { method: 'btree', on: ['link_id', 'at desc'] },
    },
  }),
  /** A secret address under which the calendar of a member, or of a team as the member may read it, is read elsewhere. */
  calendar_feed: systemTable({
    columns: {
      id: uuid(),
      member_id: uuid(),
      team_id: optional(uuid()),
      secret_hash: text(),
      created_at: instant(),
      /** By their names in the file. */
      given: withDefault(jsonb<Record<string, GivenEvent>>(), `'{}'`),
    },
    primaryKey: ['id'],
    indexes: {
      secret: { method: 'btree', on: ['secret_hash'], unique: true },
      member: { method: 'btree', on: ['member_id'] },
    },
  }),
  /** What people were invited to by mail: who was, what they answered, and how often it was told anew. */
  calendar_invitation: systemTable({
    columns: {
      /** The activity. */
      record_id: uuid(),
      sequence: integer(),
      attendees: jsonb<CalendarAttendee[]>(),
      sent_at: instant(),
      cancelled_at: optional(instant()),
      /** It is one of this series, and was told or answered as such; null: it was by itself. */
      series_id: optional(uuid()),
    },
    primaryKey: ['record_id'],
    indexes: {
      series: { method: 'btree', on: ['series_id'], where: 'series_id is not null' },
    },
  }),
  /** The same of series: with all that they are invited to. */
  calendar_series_invitation: systemTable({
    columns: {
      record_id: uuid(),
      sequence: integer(),
      attendees: jsonb<CalendarAttendee[]>(),
      sent_at: instant(),
      cancelled_at: optional(instant()),
    },
    primaryKey: ['record_id'],
    indexes: {},
  }),
  import: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      state: text(),
      /** Name in the file store; null once the file was thrown away. */
      stored: optional(text()),
      file_name: text(),
      size: bigint(),
      /** What was asked for. */
      options: jsonb<ImportOptions>(),
      /** What is done with each column; null until the file has been read. */
      plan: optional(jsonb<ImportPlan>()),
      questions: withDefault(jsonb<ImportQuestion[]>(), `'[]'`),
      counts: jsonb<ImportCounts>(),
      /** Rows of the file; null until counted. */
      total: optional(integer()),
      /** The next chunk begins behind this row. Raised in the transaction that writes a chunk, so none is written twice. */
      done_to: withDefault(integer(), '0'),
      /** Why it failed, as a problem's code and params. */
      failure: optional(jsonb<ImportFailure>()),
      cancel_asked: withDefault(boolean(), 'false'),
      created_at: now(),
      created_by: optional(uuid()),
      updated_at: now(),
      finished_at: optional(instant()),
    },
    primaryKey: ['id'],
    indexes: { recent: { method: 'btree', on: ['created_by', 'id desc'] } },
  }),
  /** What each row of a file became: the records it made and changed, for undo. */
  import_row: systemTable({
    columns: {
      import_id: uuid(),
      row: integer(),
      object: text(),
      /** `create`, `update`, `later`: a relation to a record of a later row, or `link`: that relation made. */
      action: text(),
      record_id: uuid(),
      /** Version of the record after it. */
      version: optional(integer()),
      /** For `later`: the texts to look for, by field. */
      wanted: optional(jsonb<Record<string, string>>()),
      undone: withDefault(boolean(), 'false'),
    },
    primaryKey: ['import_id', 'row', 'record_id', 'action'],
  }),
  import_problem: systemTable({
    columns: {
      import_id: uuid(),
      /** `check` (dry run) or `run`. */
      phase: text(),
      /** As in the file. */
      row: integer(),
      number: integer(),
      /** False for a warning: the row is taken all the same. */
      rejects: boolean(),
      column_name: optional(text()),
      value: optional(text()),
      code: text(),
      params: jsonb<Record<string, string | number>>(),
    },
    primaryKey: ['import_id', 'phase', 'row', 'number'],
  }),
  /** What the nightly check found last. */
  check_result: systemTable({
    columns: { name: text(), at: instant(), problems: jsonb<unknown[]>() },
    primaryKey: ['name'],
  }),
  counter: systemTable({
    columns: { series: text(), value: bigint() },
    primaryKey: ['series'],
  }),
  idempotency: systemTable({
    columns: {
      key: text(),
      actor_id: uuid(),
      route: text(),
      body_hash: text(),
      status: optional(integer()),
      headers: optional(jsonb<Record<string, string>>()),
      body: optional(text()),
      at: now(),
    },
    primaryKey: ['actor_id', 'key'],
    indexes: { at: { method: 'btree', on: ['at'] } },
  }),
  custom_object: systemTable({
    columns: {
      /** What the history of settings calls it. */
      id: uuid(),
      key: text(),
      definition: jsonb<unknown>(),
      created_at: now(),
      archived_at: optional(instant()),
    },
    primaryKey: ['key'],
  }),
  custom_field: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      key: text(),
      definition: jsonb<unknown>(),
      position: withDefault(integer(), '0'),
      created_at: now(),
      archived_at: optional(instant()),
    },
    primaryKey: ['object', 'key'],
  }),
  /** What an administrator says of an object the program declares. */
  object_setting: systemTable({
    columns: {
      /** What the history of settings calls it. */
      id: uuid(),
      object: text(),
      /** Null once it was taken back; the row stays for the history. */
      definition: optional(jsonb<unknown>()),
      created_at: now(),
    },
    primaryKey: ['object'],
  }),
  layout: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      /** Null: everyone. */
      role_id: optional(uuid()),
      /** Null once it was taken back. */
      definition: optional(jsonb<unknown>()),
      created_at: now(),
    },
    primaryKey: ['id'],
    indexes: {
      role: { method: 'btree', on: ['object', 'role_id'], unique: true },
      everyone: { method: 'btree', on: ['object'], unique: true, where: 'role_id is null' },
    },
  }),
  match_key: systemTable({
    columns: {
      object: text(),
      /** What is compared: `phone`, `companyName`, or the field of an exact rule. */
      rule: text(),
      key: bytesText(),
      /** Tells spellings apart that have the same key: equal for equal names, 0 where there is only one spelling. */
      form: integer(),
      record_id: uuid(),
    },
    // Ordered as the scan reads it, and exact enough to delete by.
    primaryKey: ['object', 'rule', 'key', 'form', 'record_id'],
  }),
  duplicate_group: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      /** What the weakest link that holds the group together says, 50 to 100. */
      score: integer(),
      rules: textList(),
      /** The scan that found it last. */
      run_id: uuid(),
      found_at: now(),
      dismissed_at: optional(instant()),
      dismissed_by: optional(uuid()),
      /** Members when it was dismissed: anyone new brings it back. */
      dismissed_members: optional(uuidList()),
    },
    primaryKey: ['id'],
    indexes: { score: { method: 'btree', on: ['object', 'score desc', 'id'] } },
  }),
  duplicate_group_member: systemTable({
    columns: {
      group_id: uuid(),
      record_id: uuid(),
      /** The best evidence that ties it to another member. */
      score: integer(),
      rules: textList(),
    },
    primaryKey: ['group_id', 'record_id'],
    indexes: { record: { method: 'btree', on: ['record_id'] } },
  }),
  duplicate_run: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      /** `scan` or `merge`. */
      kind: text(),
      /** `waiting`, `running`, `done` or `failed`. */
      state: text(),
      done: withDefault(integer(), '0'),
      total: optional(integer()),
      /** What came of it, see duplicates/runs.ts. */
      outcome: jsonb<Record<string, unknown>>(),
      asked_by: optional(uuid()),
      created_at: now(),
      ended_at: optional(instant()),
    },
    primaryKey: ['id'],
    indexes: { object: { method: 'btree', on: ['object', 'kind', 'created_at desc'] } },
  }),
  merge_log: systemTable({
    columns: {
      id: uuid(),
      object: text(),
      survivor_id: uuid(),
      merged_ids: uuidList(),
      at: now(),
      actor_id: optional(uuid()),
      /** Per record that was written: per field [before, after]. */
      changes: jsonb<Record<string, Record<string, [unknown, unknown]>>>(),
      /** Per field of the survivor: the record its value came from. */
      sources: jsonb<Record<string, string>>(),
      /** Number of links moved, by `object.field` or table. */
      moved: jsonb<Record<string, number>>(),
      undone_at: optional(instant()),
      undone_by: optional(uuid()),
    },
    primaryKey: ['id'],
    indexes: {
      at: { method: 'btree', on: ['at desc', 'id desc'] },
      survivor: { method: 'btree', on: ['survivor_id'] },
      merged: { method: 'gin', on: ['merged_ids'] },
    },
  }),
  merge_link: systemTable({
    columns: {
      merge_id: uuid(),
      object: text(),
      field: text(),
      record_id: uuid(),
      /** What the field pointed to: ids, or pairs of object and id. */
      before: textList(),
    },
    primaryKey: ['merge_id', 'object', 'field', 'record_id'],
  }),
  merge_row: systemTable({
    columns: {
      id: identity(),
      merge_id: uuid(),
      /** Table of (object, record_id) pairs it stood in. */
      source: text(),
      row: jsonb<Record<string, unknown>>(),
      /** False when the survivor had the same already. */
      moved: boolean(),
    },
    primaryKey: ['id'],
    indexes: { merge: { method: 'btree', on: ['merge_id'] } },
  }),
  /** The sample company that is in, when one is. */
  sample: systemTable({
    columns: {
      single: withDefault(boolean(), 'true'),
      key: text(),
      /** Its members sign in by one click from elsewhere than this machine, too. */
      sign_in: withDefault(boolean(), 'false'),
      /** What it consists of besides records: ids by table, and names where there are none. */
      made: jsonb<Record<string, readonly string[]>>(),
      created_at: now(),
    },
    primaryKey: ['single'],
  }),
  /** Not called record_id: a merge must not carry the mark over to what people made. */
  sample_record: systemTable({
    columns: { id: uuid(), object: text() },
    primaryKey: ['id'],
  }),
} as const;

export type WorkspaceTables = TablesOf<typeof systemTables>;
