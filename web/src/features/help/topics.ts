import type { Language } from '#shared/messages/language.ts';

/** In the order in which the guide is read. Each is a file `docs/guide/<language>/<topic>.md`. */
export const topics = [
  'start',
  'plan',
  'lists',
  'records',
  'import',
  'duplicates',
  'leads',
  'documents',
  'discussion',
  'calendar',
  'notices',
  'report',
  'stalled',
  'people',
  'settings',
  'keyboard',
  'phone',
] as const;
export type Topic = (typeof topics)[number];

const files = import.meta.glob<string>('../../../../docs/guide/*/*.md', {
  query: '?raw',
  import: 'default',
});

export async function readTopic(language: Language, topic: Topic): Promise<string> {
  const load = files[`../../../../docs/guide/${language}/${topic}.md`];
  return load ? load() : '';
}
