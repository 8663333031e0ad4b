import { isProblem } from '#web/api/problem.ts';
import { carry, get, send } from '#web/api/request.ts';

interface Kept {
  member: { id: string; title: string };
  role: { id: string; name: string };
  /** Instant after which the server no longer answers. */
  until: string;
}

interface Begun extends Kept {
  header: string;
  value: string;
}

const place = 'duyen.preview';
const header = 'X-Preview-Member';

/** In this tab alone, and until it is closed: another tab goes on with one's own rights. */
export async function beginPreview(memberId: string): Promise<void> {
  const { member, role, until } = await send<Begun>('POST', '/api/v1/preview', {
    member: memberId,
  });
  sessionStorage.setItem(place, JSON.stringify({ member, role, until } satisfies Kept));
  // Nothing that was read with other rights may stay on the screen or in memory.
  location.assign('/');
}

export function leavePreview(to = '/settings/members'): void {
  sessionStorage.removeItem(place);
  carry(header, undefined);
  location.assign(to);
}

function restore(): void {
  const text = sessionStorage.getItem(place);
  if (text === null) return;
  const kept = readKept(text);
  if (!kept || Date.parse(kept.until) <= Date.now()) {
    sessionStorage.removeItem(place);
    return;
  }
  carry(header, kept.member.id);
  void leaveWhenOver();
}

/** Nobody may be locked out of the application by a preview that the server no longer gives. */
async function leaveWhenOver(): Promise<void> {
  try {
    await get('/api/v1/me');
  } catch (error) {
    if (isProblem(error, 'previewNotBegun') || isProblem(error, 'forbidden')) leavePreview('/');
  }
}

function readKept(text: string): Kept | undefined {
  try {
    // Written by beginPreview; whatever else stands there is no preview.
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return kept?.member && kept.role && kept.until !== undefined ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

// Before the first question to the server: whoever reloads is still in the preview.
restore();
