import { forbidden } from '#shared/errors.ts';

/** What an API key may do at most; the rights of its member hold besides. */
export const keyScopes = ['read', 'write', 'admin'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Who sent a request: a member of one workspace, by a session or by an API key. */
export interface Identity {
  userId: string;
  workspaceId: string;
  memberId: string;
  scopes: readonly KeyScope[];
  sessionId?: string;
  apiKeyId?: string;
}

/** What a lookup gives, and the time (ms) until which it may be believed. */
export type Found = { identity: Identity; until: number } | undefined;

/** A key for reading may not write; only one for administration may touch members, rights and settings. */
export function requireScope(identity: Identity, scope: KeyScope): void {
  if (!identity.scopes.includes(scope)) throw forbidden();
}
