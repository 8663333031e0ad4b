import { fold } from '#shared/locale/text.ts';

const longest = 200;

/** The lines of a poll's choices, each once however it is spelled. */
export function choicesOf(text: unknown): string[] {
  const found = new Map<string, string>();
  for (const line of typeof text === 'string' ? text.split('\n') : []) {
    const choice = line.trim().slice(0, longest);
    if (choice !== '' && !found.has(fold(choice))) found.set(fold(choice), choice);
  }
  return [...found.values()];
}
