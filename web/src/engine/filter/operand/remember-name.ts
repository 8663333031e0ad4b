import type { QueryClient } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';

const known = new WeakMap<QueryClient, Map<string, string>>();

/** What a person has just chosen by its title need not be asked for. */
export function rememberName(client: QueryClient, of: string, { id, title }: Reference): void {
  const names = known.get(client) ?? new Map<string, string>();
  known.set(client, names);
  if (title !== null) names.set(`${of} ${id}`, title);
}

export const rememberedName = (client: QueryClient, of: string, id: string): string | undefined =>
  known.get(client)?.get(`${of} ${id}`);
