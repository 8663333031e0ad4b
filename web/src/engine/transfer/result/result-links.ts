import type { Filter } from '#shared/filter.ts';
import type { Import } from '../imports.ts';

/** The list of what an import made, and of what it changed: by who wrote it, and when. */
export function resultFilters({ createdAt, createdBy, finishedAt }: Import): {
  created: Filter;
  updated: Filter;
} {
  const end = finishedAt ?? new Date().toISOString();
  const by = (field: string): Filter[] =>
    createdBy ? [{ field, op: 'eq', value: createdBy.id }] : [];
  const during = (field: string): Filter => ({ field, op: 'between', value: [createdAt, end] });
  return {
    created: { and: [during('createdAt'), ...by('createdBy')] },
    updated: {
      and: [
        during('updatedAt'),
        ...by('updatedBy'),
        { field: 'createdAt', op: 'lt', value: createdAt },
      ],
    },
  };
}

/** The columns that were brought in, after the title, so that one sees what came. */
export function importedColumns(
  { plan }: Import,
  { title, field }: { title: string | null; field: ReadonlyMap<string, unknown> },
): string {
  const brought = plan?.columns.map(({ target }) => target) ?? [];
  const keys = [title, ...brought].filter((key) => key !== null && key !== 'id' && field.has(key));
  return [...new Set(keys)].slice(0, mostColumns).join(',');
}

/** More would be looked for sideways. */
const mostColumns = 12;
const keptDays = 30;
const dayMs = 86_400_000;

/** Until when an import can be undone; its rows are kept no longer. */
export const undoableUntil = ({ finishedAt, createdAt }: Import): Date =>
  new Date(Date.parse(finishedAt ?? createdAt) + keptDays * dayMs);

/** Whether it wrote something that can be taken back. */
export function isUndoable(made: Import, now: Date): boolean {
  const { state, counts } = made;
  if (state !== 'done' && state !== 'cancelled' && state !== 'failed') return false;
  const { run } = counts;
  if (!run) return false;
  const related = Object.values(run.related).some(({ created, updated }) => created + updated > 0);
  return (run.created + run.updated > 0 || related) && now < undoableUntil(made);
}
