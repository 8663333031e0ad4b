import { createHash } from 'node:crypto';
import type { CustomRows } from '../model/load-custom.ts';

interface Row {
  id: string;
  definition: unknown;
  position?: number;
  archivedAt?: string | null;
}

/** Stands for everything that was said of an object: another one when anybody has changed something of it. */
export function revisionOf(
  { objects, fields, overlays, layouts }: CustomRows,
  object: string,
): string {
  const rows: readonly Row[] = [
    ...objects.filter(({ key }) => key === object),
    ...[...fields, ...overlays, ...layouts].filter((row) => row.object === object),
  ];
  const said = rows
    .map(({ id, definition, position, archivedAt }) => [
      id,
      definition,
      position,
      archivedAt !== null,
    ])
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
  return createHash('sha256')
    .update(JSON.stringify(said, inOrder))
    .digest('base64url')
    .slice(0, 22);
}

/** The database keeps members in an order of its own. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
    : value;
