export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Puts values into `{placeholders}`. A part in square brackets is left out when a value it mentions is not known,
 * so that one sentence serves with and without the limit it would name.
 */
export function fill(message: string, params: MessageParams = {}): string {
  return message
    .replace(/\[([^[\]]*)\]/g, (_, part: string) =>
      placeholdersOf(part).every((name) => Object.hasOwn(params, name)) ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

export const placeholdersOf = (message: string): string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
