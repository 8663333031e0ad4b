export interface Mention {
  of: 'member' | 'team';
  id: string;
}

const pattern = /<span data-mention="(member|team):([\da-f-]{36})">/g;

/** Whom a stored rich text mentions, each once, in the order of the text. Only for what the sanitizer wrote. */
export function findMentions(html: string): Mention[] {
  const found = new Map<string, Mention>();
  for (const [, of, id = ''] of html.matchAll(pattern))
    found.set(`${of}:${id}`, { of: of === 'team' ? 'team' : 'member', id });
  return [...found.values()];
}
