import { useWords } from '#web/words/language.tsx';
import type { FieldChange } from './field-changes.ts';
import { threadWords } from './thread.words.ts';

/** `đổi **Hạn mức** từ 150.000.000 ₫ thành 200.000.000 ₫`. */
export function OneChange({ change }: { change: FieldChange }) {
  const t = useWords(threadWords);
  const { label, before, after } = change;
  if (before === '')
    return (
      <>
        {t('filled')} <b>{label}</b>: {after}
      </>
    );
  if (after === '')
    return (
      <>
        {t('cleared')} <b>{label}</b>, {t('was')} {before}
      </>
    );
  return (
    <>
      {t('changed')} <b>{label}</b> {t('from')} {before} {t('to')} {after}
    </>
  );
}
