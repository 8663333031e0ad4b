import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { LinkButton } from '#web/ui/link-button.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { usePageTitle } from '../page-title.ts';
import { recordWords } from './record.words.ts';

/** There is no such record, or none for this person. */
export function RecordMissing({ object }: { object?: ScreenObject }) {
  const t = useWords(recordWords);
  const label = useLabel();
  const above = object && { label: label(object.pluralLabel), to: `/${object.path}` };
  usePageTitle(t('goneTitle'), above ? [above] : []);
  return (
    <Empty title={t('goneTitle')} text={t('goneText')}>
      {object && (
        <LinkButton to="/$objects" params={{ objects: object.path }}>
          {t('back', { name: label(object.pluralLabel) })}
        </LinkButton>
      )}
    </Empty>
  );
}
