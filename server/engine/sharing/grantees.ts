import type { Ctx } from '../context.ts';

export const granteeKinds = ['member', 'team', 'role', 'everyone'] as const;
export type GranteeKind = (typeof granteeKinds)[number];

/** Who a record can be shared with, by id; the company's stands for everyone in it. */
export const granteesOf = ({
  directory,
  workspace,
}: Pick<Ctx, 'directory' | 'workspace'>): Record<
  GranteeKind,
  ReadonlyMap<string, { name: string }>
> => ({
  member: directory.members,
  team: directory.teams,
  role: directory.roles,
  everyone: new Map([[workspace.id, workspace]]),
});
