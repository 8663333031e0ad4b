import type { Icon } from '@tabler/icons-react';
import type { RecordData } from '#web/api/records.ts';

interface Glyphs {
  /** The select field that says of what kind a record is. */
  field: string;
  icons: Readonly<Record<string, Icon>>;
  /** Of kinds that a company added. */
  other: Icon;
}

const glyphs = new Map<string, Glyphs>();

/** A feature may give the records of an object the sign of their kind, where letters of their names tell nothing. */
export function registerGlyphs(object: string, given: Glyphs): void {
  glyphs.set(object, given);
}

/** What has to be known of a record to draw it. */
export const glyphFields = (object: string): readonly string[] => {
  const field = glyphs.get(object)?.field;
  return field === undefined ? [] : [field];
};

export function glyphOf(object: string, record: RecordData | undefined): Icon | undefined {
  const given = glyphs.get(object);
  if (!given) return undefined;
  const kind = record?.[given.field];
  return (typeof kind === 'string' ? given.icons[kind] : undefined) ?? given.other;
}
