import { useModel } from '#web/engine/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import type { PageProps } from '../page-entry.ts';
import { PageHead } from '../page-head.tsx';
import { settingsWords } from '../settings.words.ts';
import { TagsOfField } from './tags-of-field.tsx';
import { tagFieldsOf } from './tags-query.ts';
import { tagsWords } from './tags.words.ts';

/** Tags that people typed, field by field: `/settings/tags/account-preferences`. */
export function TagsPage({ item }: PageProps) {
  const t = useWords(tagsWords);
  const s = useWords(settingsWords);
  const fields = tagFieldsOf(useModel());
  const chosen = fields.find(({ place }) => place === item) ?? fields[0];
  return (
    <>
      <PageHead title={s('tags')} text={t('about')} />
      {chosen ? (
        <TagsOfField key={chosen.name} chosen={chosen} fields={fields} />
      ) : (
        <Empty title={t('noFieldsTitle')} text={t('noFieldsText')} />
      )}
    </>
  );
}
