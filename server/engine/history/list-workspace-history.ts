import { forbidden, invalid, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { findTitles } from '../records/find-titles.ts';
import { isId } from '../records/get.ts';
import { Params, qualified } from '../records/sql.ts';
import { describeSettings, type Setting } from '../settings/describe-settings.ts';
import { idsBetween } from './ids-at.ts';
import type { Changes } from './present-changes.ts';
import {
  checkCursor,
  defaultLimit,
  lineColumns,
  presentLine,
  presentLines,
  type HistoryEntry,
  type HistoryLine,
  type HistoryPage,
  type RecordLink,
} from './read-history.ts';

export const historyKinds = ['record', 'setting', 'people'] as const;
export type HistoryKind = (typeof historyKinds)[number];

const peopleObjects = ['member', 'team', 'role', 'apiKey'];
const settingObjects = [
  'setting.object',
  'setting.field',
  'setting.layout',
  'setting.preview',
  'setting.sample',
  'setting.company',
];

export interface WorkspaceHistoryQuery extends HistoryPage {
  kind?: HistoryKind | undefined;
  /** Key of an object, or what people and settings are called: `member`, `setting.field`. */
  object?: string | undefined;
  /** A member's id, or `system`. */
  actor?: string | undefined;
  action?: string | undefined;
  /** A day where the actor is, or an instant. */
  from?: string | undefined;
  /** The day is included, the instant is not. */
  to?: string | undefined;
}

export interface WorkspaceHistoryEntry extends HistoryEntry {
  kind: HistoryKind;
  /** What it happened to; the title is null when it is gone. */
  record: RecordLink & { title: string | null };
  /** Of a change of the settings. */
  setting?: Setting;
}

/** What happened in the whole company, to records, people and settings, newest first; for administrators. */
export async function listWorkspaceHistory(
  ctx: Ctx,
  query: WorkspaceHistoryQuery,
): Promise<{ items: WorkspaceHistoryEntry[]; nextCursor: string | null }> {
  if (!ctx.access.administrator) throw forbidden();
  const { cursor, limit = defaultLimit, actor, action } = query;
  checkCursor(cursor);
  const errors: ValueError[] = [];
  const times = {
    from: momentOf(ctx, 'from', query.from, errors),
    to: momentOf(ctx, 'to', query.to, errors),
  };
  if (actor !== undefined && actor !== 'system' && !isId(actor))
    errors.push({ path: 'actor', code: 'badFormat' });
  if (errors.length > 0) throw invalid(errors);
  const objects = objectsOf(ctx, query);
  const { first, end } = await idsBetween(ctx, times);
  const params = new Params();
  const conditions = [
    `h.object = any(${params.add(objects, 'text[]')})`,
    `h.id >= ${params.add(first, 'bigint')}`,
    `h.id < ${params.add(Math.min(end, Number(cursor ?? end)), 'bigint')}`,
    ...(times.from ? [`h.at >= ${params.add(times.from.toISOString(), 'timestamptz')}`] : []),
    ...(times.to ? [`h.at < ${params.add(times.to.toISOString(), 'timestamptz')}`] : []),
    ...(actor === 'system' ? ['h.actor_id is null'] : []),
    ...(isId(actor) ? [`h.actor_id = ${params.add(actor, 'uuid')}`] : []),
    ...(action === undefined ? [] : [`h.action = ${params.add(action, 'text')}`]),
  ];
  // Planned each time: how many lines an object or a member has decides which way is short.
  const rows = await ctx.db.query(
    `select ${lineColumns} from ${qualified(ctx.workspace.schema, 'history')} h
     where ${conditions.join(' and ')} order by h.id desc limit ${params.add(limit + 1, 'int')}`,
    params.values,
  );
  const shown = rows.slice(0, limit);
  return {
    items: await present(ctx, shown),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.[0]) : null,
  };
}

const kindOf = (object: string): HistoryKind => {
  if (peopleObjects.includes(object)) return 'people';
  return settingObjects.includes(object) ? 'setting' : 'record';
};

/** What is no object of the model any more is not shown, as its records are not. */
function objectsOf({ model }: Ctx, { kind, object }: WorkspaceHistoryQuery): string[] {
  const all = [...model.objects.keys(), ...peopleObjects, ...settingObjects];
  if (object !== undefined && !all.includes(object))
    throw invalid([{ path: 'object', code: 'notFound' }]);
  return all.filter(
    (key) => (object === undefined || key === object) && (!kind || kindOf(key) === kind),
  );
}

function momentOf(
  { actor }: Ctx,
  path: 'from' | 'to',
  text: string | undefined,
  errors: ValueError[],
): Date | undefined {
  if (text === undefined) return undefined;
  try {
    return new Date(instantOf(text, path, actor.timeZone).epochMilliseconds);
  } catch {
    errors.push({ path, code: 'badDate' });
    return undefined;
  }
}

function instantOf(text: string, path: 'from' | 'to', timeZone: string): Temporal.Instant {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.Instant.from(text);
  const day = Temporal.PlainDate.from(text);
  return day
    .add({ days: path === 'to' ? 1 : 0 })
    .toZonedDateTime(timeZone)
    .toInstant();
}

async function present(
  ctx: Ctx,
  rows: readonly (readonly unknown[])[],
): Promise<WorkspaceHistoryEntry[]> {
  const of = (kind: HistoryKind) => rows.filter((row) => kindOf(String(row[1])) === kind);
  const lines = await presentLines(ctx, of('record'));
  const titles = await findTitles(
    ctx,
    lines.map(({ record }) => record),
    { trash: true },
  );
  // Written by people and settings in this shape only.
  const plain = (row: readonly unknown[]) => presentLine(ctx, row, row[8] as Changes);
  const settings = of('setting').map(plain);
  const described = await describeSettings(
    ctx,
    settings.map(({ record, changes }) => ({ id: record.id, changes })),
  );
  const isClosed = ({ object, id }: RecordLink) =>
    ctx.model.objects.get(object)?.confidential === true && !titles.has(id);
  const entries: WorkspaceHistoryEntry[] = [
    ...lines.map((line) => ({
      ...line,
      // That something happened is told; what it was, only to those it is meant for.
      ...(isClosed(line.record) && { changes: {} }),
      kind: 'record' as const,
      record: { ...line.record, title: titles.get(line.record.id) ?? null },
    })),
    ...settings.map((line, i) => ({
      ...named(ctx, line),
      kind: 'setting' as const,
      ...described[i],
    })),
    ...of('people').map((row) => ({ ...named(ctx, plain(row)), kind: 'people' as const })),
  ];
  return entries.toSorted((a, b) => b.id - a.id);
}

/** People, teams and the company as they are called now; who is gone, as the line itself says. */
function named({ directory, workspace }: Ctx, line: HistoryLine) {
  const { id } = line.record;
  const people = directory.members.get(id) ?? directory.teams.get(id) ?? directory.roles.get(id);
  const known = id === workspace.id ? workspace : people;
  const told = line.changes['name']?.findLast((name) => typeof name === 'string');
  const title = known?.name ?? (typeof told === 'string' ? told : null);
  return { ...line, record: { ...line.record, title } };
}
