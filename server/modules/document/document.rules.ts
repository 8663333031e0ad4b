import type { Ctx } from '#engine/context.ts';
import { extensionOf, shownName } from '#engine/files/file-name.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import type { RecordOf } from '#shared/define.ts';
import { checkRoom } from './check-room.ts';
import { document } from './document.object.ts';

type Values = Partial<RecordOf<typeof document>>;

interface FileName {
  id: string;
  name: string;
}

export const documentRules = defineRules(document, {
  async beforeWrite(ctx, changes) {
    const files = await filesOf(ctx, changes);
    for (const { after } of changes) {
      const file = files.get(after.file ?? '');
      const name = nameWith(after.name, file);
      if (name) after.name = name;
    }
    return roomErrors(ctx, changes);
  },
  /** What is downloaded is called as the document is. */
  async afterWrite(ctx, changes) {
    for (const { before, after } of changes) {
      if (!after.file || (before?.name === after.name && before?.file === after.file)) continue;
      await ctx.tables
        .updateTable('file')
        .set({ name: after.name ?? '' })
        .where('id', '=', after.file)
        .execute();
    }
  },
});

async function filesOf(ctx: Ctx, changes: readonly Change<Values>[]) {
  const ids = changes.flatMap(({ after }) => after.file ?? []);
  if (ids.length === 0) return new Map<string, FileName>();
  const rows = await ctx.tables
    .selectFrom('file')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row): [string, FileName] => [row.id, row]));
}

/** A name that every system takes, which ends as the file does: by its end people know what opens it. */
function nameWith(given: string | null | undefined, file: FileName | undefined) {
  if (!file) return given;
  // `Báo giá 12/2026` is a name, and no folder.
  const name = shownName((given ?? file.name).replace(/[/\\]/g, '-'));
  const end = extensionOf(file.name);
  return end === '' || extensionOf(name) === end ? name : shownName(`${name}.${end}`);
}

async function roomErrors(ctx: Ctx, changes: readonly Change<Values>[]): Promise<RuleError[]> {
  const added = changes.flatMap(({ before, after }) =>
    after.file && before?.file !== after.file ? [after.file] : [],
  );
  if (added.length > 0) await checkRoom(ctx, { files: added });
  return [];
}
