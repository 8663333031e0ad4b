import { useThreadDraft } from '#web/engine/record/thread/use-thread-draft.ts';

/** What is being said, kept in this browser for who says it until it was sent. */
export function useDraft(of: string): [string | null, (text: string | null) => void] {
  const { values, set, drop } = useThreadDraft<{ text?: string }>(`said.${of}`);
  return [values.text ?? null, (text) => (text === null ? drop() : set({ text }))];
}
