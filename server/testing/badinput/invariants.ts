import os from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { eventually } from '../eventually.ts';
import type { Case } from './corpus.ts';
import type { Outcome } from './outcome.ts';
import { member, send, type Answer } from './send.ts';
import { addedRows, changedTables, type Snapshot } from './snapshot.ts';
import type { World } from './world.ts';

export interface Seen {
  world: World;
  test: Case;
  outcome: Outcome;
  before: Snapshot;
  after: Snapshot;
  /** Longest answer of /healthz while the case ran, in milliseconds. */
  slowestPing: number;
  /** The number in `rss<300` or `rows:1`. */
  limit: number;
}

/** What is wrong, or nothing. */
type Invariant = (seen: Seen) => Promise<string | undefined> | string | undefined;

/** Needs what is not there yet: counted, and left to what will have it. */
type Later = { later: string };

const megabyte = 1_048_576;
const ok = ({ status }: Answer) => status >= 200 && status < 300;
const statuses = ({ outcome }: Seen) =>
  outcome.status === undefined ? outcome.answers.map(({ status }) => status) : [outcome.status];

const unchanged: Invariant = ({ before, after }) => {
  // That an import was tried is kept, with its reasons.
  const changed = changedTables(before, after).filter((table) => !table.startsWith('import'));
  if (changed.length > 0) return `changed ${changed.join(', ')}`;
  return recordFiles(before) === recordFiles(after) ? undefined : 'files were added or removed';
};

const recordFiles = ({ files }: Snapshot) =>
  files.filter((file) => !file.includes('import-')).join('\n');

const growth: Invariant = ({ before, after, limit }) => {
  const grown = (after.memory - before.memory) / megabyte;
  return grown < limit ? undefined : `grew by ${Math.round(grown)} MB`;
};

/** Named by the sender of the case, which alone knows what there is to look at. */
const bySender =
  (name: string): Invariant =>
  async ({ outcome }) => {
    const check = outcome.checks?.[name];
    return check ? check() : `the sender of this case does not show ${name}`;
  };

/** Holds when the value was taken; refusing it is always right. */
const readBack: Invariant = async ({ outcome }) => {
  if (!outcome.answers.every(ok)) return undefined;
  if (!outcome.kept) return 'nothing was kept to read back';
  const read = await outcome.kept.read();
  return isDeepStrictEqual(read, outcome.kept.value)
    ? undefined
    : `kept as ${JSON.stringify(read)?.slice(0, 200)}`;
};

const screens: Later = { later: 'screens' };
const pdf: Later = { later: 'PDF documents' };
const templates: Later = { later: 'templates of mails' };

export const invariants: Record<string, Invariant | Later> = {
  no_5xx: (seen) =>
    statuses(seen).every((status) => status < 500) ? undefined : `got ${statuses(seen).join()}`,
  no_sql_effect: (seen) => {
    if (seen.before.schema !== seen.after.schema) return 'tables or columns changed';
    if (!seen.outcome.answers.every(ok)) return unchanged(seen);
    const touched = changedTables(seen.before, seen.after).filter(
      (table) => !/^(contact|history|outbox|search_document.*|match_key)$/.test(table),
    );
    const added = addedRows(seen.before, seen.after, 'contact');
    if (touched.length > 0) return `changed ${touched.join(', ')}`;
    return added === seen.outcome.answers.length ? undefined : `${added} rows were added`;
  },
  stored_verbatim: readBack,
  exact_roundtrip_if_ok: readBack,
  not_stored: unchanged,
  db_unchanged: unchanged,
  no_outbound: ({ before, world }) =>
    world.canary.hits() === before.canary ? undefined : 'the canary was connected to',
  no_file_read: ({ outcome, world }) =>
    outcome.answers.some(({ text }) => showsFile(text, world)) ? 'shows a file' : undefined,
  proto_clean: async ({ world }) => {
    const { people } = world;
    const { status, json } = await world.ask(people.sales1, 'GET', '/api/v1/me');
    if (status !== 200) return `/me answers ${status}`;
    for (const name of ['isAdmin', 'polluted', 'admin'])
      if (member(json, name) !== undefined) return `${name} appeared on a plain object`;
    if (member(json, 'role.administrator') !== false) return 'a plain user became administrator';
    const roles = await world.ask(people.sales1, 'GET', '/api/v1/roles');
    return roles.status === 403 ? undefined : `a plain user gets ${roles.status} for roles`;
  },
  same_as_missing: ({ outcome }) => {
    if (!outcome.twins) return 'nothing was compared';
    for (const [foreign, missing] of outcome.twins) {
      const [a, b] = [fingerprint(foreign), fingerprint(missing)];
      if (a !== b) return `differs:\n${a}\n${b}`;
    }
    return undefined;
  },
  audit_denied: async ({ outcome, world, before }) => {
    if (!outcome.denied) return 'nobody is known to be denied';
    const { memberId = null, action, subject } = outcome.denied;
    // The same refusal of the same person is noted once a minute.
    const from = subject === undefined ? before.audit : 0;
    const found = await eventually(async () => {
      const rows = await world.sql(
        `SELECT id FROM core.audit WHERE id > $1 AND result = 'denied' AND action = $2
            AND ($3::uuid IS NULL OR member_id = $3) AND ($4::text IS NULL OR subject = $4)`,
        [from, action, memberId, subject ?? null],
      );
      return rows.length > 0;
    }, 2000).catch(() => false);
    return found ? undefined : 'no row in the audit';
  },
  no_session: async ({ outcome, world }) => {
    for (const { headers } of outcome.answers) {
      const cookies = headers['set-cookie'] ?? [];
      const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
      if (cookie === '') continue;
      const me = await world.send({ path: '/api/v1/me', headers: { cookie } });
      if (me.status !== 401) return `a cookie was set that answers ${me.status}`;
    }
    return undefined;
  },
  redirect_same_origin: ({ outcome, world }) => {
    for (const { headers, json } of outcome.answers) {
      for (const place of [headers.location, member(json, 'next')])
        if (
          typeof place === 'string' &&
          new URL(place, world.server.origin).origin !== world.server.origin
        )
          return `leads to ${place}`;
    }
    return undefined;
  },
  generic_error: ({ outcome }) =>
    outcome.answers.some(({ text }) =>
      /select|relation|\.ts|node_modules|column|error:/i.test(text),
    )
      ? 'says what went wrong inside'
      : undefined,
  request_id_only: async ({ outcome, world }) => {
    const id = String(outcome.answers[0]?.headers['x-request-id'] ?? '');
    const found = await eventually(
      async () => id !== '' && world.server.log.some((line) => line.includes(id)),
      2000,
    ).catch(() => false);
    return found ? undefined : 'no line of the log has the request id';
  },
  one_log_line: ({ world, before }) => {
    const bad = world.server.log.slice(before.log).find((line) => line !== '' && !isLogLine(line));
    return bad === undefined ? undefined : `a line of the log is ${JSON.stringify(bad)}`;
  },
  exactly_one_200: (seen) => {
    const good = statuses(seen).filter((status) => status === 200).length;
    return good === 1 ? undefined : `${good} of them succeeded`;
  },
  rss: growth,
  event_loop_lag: ({ slowestPing, limit }) =>
    slowestPing < limit ? undefined : `another request waited ${Math.round(slowestPing)} ms`,
  'latency_p95 for other users': bySender('others'),
  rows: ({ before, after, limit }) => {
    const added = addedRows(before, after, 'contact');
    return added === limit ? undefined : `${added} rows were added`;
  },
  attachment_headers: bySender('attachment_headers'),
  download_name_safe: bySender('download_name_safe'),
  stored_under_random_name: bySender('stored_under_random_name'),
  no_file_outside: bySender('no_file_outside'),
  no_temp_left: bySender('no_temp_left'),
  cell_inert: bySender('cell_inert'),
  import_roundtrip: bySender('import_roundtrip'),
  rows_once: bySender('rows_once'),
  row_errors: bySender('row_errors'),
  no_mojibake: bySender('no_mojibake'),
  no_guess: bySender('no_guess'),
  same_body_as_wrong_password: bySender('same_body_as_wrong_password'),
  timing_equal: bySender('timing_equal'),
  login_works_with_exact_value_only: bySender('login_works_with_exact_value_only'),
  lockout_counter_exact: bySender('lockout_counter_exact'),
  'mail_link_host=configured': bySender('mail_link_host=configured'),
  mail_only_to_account: bySender('mail_only_to_account'),
  protected_fields_unchanged: bySender('protected_fields_unchanged'),
  literal_match: bySender('literal_match'),
  rejected_as_blank: bySender('rejected_as_blank'),
  case_ok: bySender('case_ok'),
  secret_not_logged: bySender('secret_not_logged'),
  connection_closed_or_ok: bySender('connection_closed_or_ok'),
  html_inert: screens,
  bidi_isolated: screens,
  layout_holds: screens,
  pdf_glyphs: pdf,
  pdf_ok: pdf,
  merged_as_text: templates,
  mail_ok: { later: 'mails to customers' },
  av_blocks_or_marks: { later: 'a virus scanner' },
};

/** `rss<300` is the invariant `rss` with the limit 300. */
export function readInvariant(text: string): { name: string; limit: number } {
  const [, name, limit, rest = ''] = /^(\w+?)(?:[<:]|>=)(\d+)( .*)?$/.exec(text) ?? [];
  return name === undefined
    ? { name: text, limit: 0 }
    : { name: name + rest, limit: Number(limit) };
}

/** Everything about an answer but what is new in each. */
export function fingerprint({ status, headers, text }: Answer): string {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  const lines = Object.entries(rest).map(([name, value]) => `${name}: ${String(value)}`);
  return [status, ...lines.toSorted((a, b) => (a < b ? -1 : 1)), text].join('\n');
}

const showsFile = (text: string, { dataDir }: World): boolean =>
  /root:.*:0:0:|\[core\]|repositoryformatversion|"version":3,"sources"/.test(text) ||
  /^\s*18\s*$/.test(text) ||
  text.includes(dataDir) ||
  // What an entity that reads /etc/hostname would put into a cell.
  text.includes(os.hostname());

function isLogLine(line: string): boolean {
  // oxlint-disable-next-line no-control-regex -- what a terminal would act on
  if (/[\u0000-\u0008\u000b-\u001f]/.test(line)) return false;
  try {
    const parsed: unknown = JSON.parse(line);
    return member(parsed, 'msg') !== 'forged' && typeof member(parsed, 'level') === 'number';
  } catch {
    return false;
  }
}

/** Asks again and again whether the server is alive, until stopped; gives the longest wait. */
export function watchHealth(origin: string): () => Promise<number> {
  let slowest = 0;
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      const { ms, status } = await send(origin, { path: '/healthz' });
      slowest = Math.max(slowest, status === 200 ? ms : Infinity);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return async () => {
    stopped = true;
    await watching;
    return slowest;
  };
}
