export const composerTabs = ['note', 'call', 'plan'] as const;
export type ComposerTab = (typeof composerTabs)[number];

/** What is being written of a record. */
export interface ComposerDraft {
  tab?: ComposerTab;
  text?: string | null;
  /** Fields of the activity, by tab. */
  call?: Record<string, unknown>;
  plan?: Record<string, unknown>;
}

/** Fields that are asked beside the text. */
export const askedFields: Readonly<Record<ComposerTab, readonly string[]>> = {
  note: [],
  call: ['result', 'actualMinutes', 'contacts'],
  plan: ['kind', 'subject', 'startsAt'],
};

/** The activity that a draft becomes; a call that is logged has just ended. */
export function activityOf(
  { tab = 'note', text = null, call = {}, plan = {} }: ComposerDraft,
  now: Date,
): Record<string, unknown> {
  if (tab === 'note') return { kind: 'note', description: text };
  if (tab === 'plan') return { kind: 'call', ...plan, description: text };
  const minutes = Number(call['actualMinutes'] ?? 0);
  return {
    kind: 'call',
    status: 'done',
    startsAt: new Date(now.getTime() - minutes * 60_000).toISOString(),
    endsAt: now.toISOString(),
    summary: text,
    ...call,
  };
}

/** Whether there is enough to send. */
export function isWhole({ tab = 'note', text = null, call = {}, plan = {} }: ComposerDraft) {
  if (tab === 'note') return text !== null;
  if (tab === 'call') return text !== null || Boolean(call['result']);
  return Boolean(plan['startsAt']) || Boolean(plan['subject']);
}
