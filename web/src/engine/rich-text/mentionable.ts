/** Whom a text can mention. */
export interface Mentionable {
  of: 'member' | 'team';
  id: string;
  name: string;
  picture?: string | null;
}

export type FindMentionable = (q: string) => Promise<Mentionable[]>;
