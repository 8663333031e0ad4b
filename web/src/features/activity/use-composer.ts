import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { failureText } from '#web/engine/record/people/failure-text.ts';
import { useOnPage } from '#web/engine/record/record-context.tsx';
import { aboutValues } from '#web/engine/record/thread/sources.ts';
import { useThreadDraft } from '#web/engine/record/thread/use-thread-draft.ts';
import { useSave } from '#web/engine/records/save.ts';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import { activityOf, isWhole, type ComposerDraft, type ComposerTab } from './draft.ts';

/** What is written of a record, as far as it is. */
export function useComposer(object: ScreenObject, onDone: () => void) {
  const t = useWords(activityWords);
  const { object: page, record, title } = useOnPage();
  const draft = useThreadDraft<ComposerDraft>(`${page.key}.${record.id}`);
  const { create } = useSave(object);
  const [isOpened, setOpened] = useState(false);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const tab = draft.values.tab ?? 'note';
  const about = aboutValues(object, page, { id: record.id, title }, record);
  const drop = () => {
    draft.drop();
    setOpened(false);
    setError(undefined);
    onDone();
  };
  const send = async () => {
    if (isSending || !isWhole(draft.values)) return;
    setSending(true);
    try {
      const values = { ...about, ...activityOf(draft.values, new Date()) };
      await create(values, { once: draft.once });
      drop();
    } catch (failure) {
      setError(failure);
    }
    setSending(false);
  };
  const errors = isProblem(error)
    ? Object.fromEntries(error.errors.map(({ path, message }) => [path, message]))
    : {};
  return {
    draft: draft.values,
    tab,
    about,
    errors,
    failed: error === undefined ? undefined : failureText(error, t('offline')),
    isOpen: isOpened || (draft.values.text ?? null) !== null,
    isWhole: isWhole(draft.values),
    isSending,
    drop,
    open: () => setOpened(true),
    choose: (chosen: ComposerTab) => draft.set({ tab: chosen }),
    write: (text: string | null) => draft.set({ text }),
    fill: (key: string, value: unknown) => {
      if (tab !== 'note') draft.set({ [tab]: { ...draft.values[tab], [key]: value } });
    },
    send: () => void send(),
  };
}
