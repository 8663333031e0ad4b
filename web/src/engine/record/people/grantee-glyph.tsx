import { IconBuilding, IconId, IconUsers } from '@tabler/icons-react';
import { Avatar } from '#web/ui/avatar.tsx';
import type { Share } from './use-shares.ts';

const glyphs = { team: IconUsers, role: IconId, everyone: IconBuilding };

/** Who something is shared with, at a glance. */
export function GranteeGlyph({ kind, name }: { kind: Share['grantee']['kind']; name: string }) {
  if (kind === 'member') return <Avatar name={name} />;
  const Glyph = glyphs[kind];
  return <Glyph size={20} stroke={1.7} aria-hidden />;
}
