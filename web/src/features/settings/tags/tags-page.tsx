import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { address, get } from '#web/api/request.ts';
import { useModel } from '#web/engine/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { settingsWords } from '../settings.words.ts';
import { TagRow, type TagCount } from './tag-row.tsx';
import { tagsWords } from './tags.words.ts';
import classes from './tags-page.module.css';

/** The tags of each field, how often they are used, and what can be done about them. */
export function TagsPage() {
  const t = useWords(tagsWords);
  const label = useLabel();
  const title = useWords(settingsWords)('tags');
  const { objects } = useModel();
  const fields = objects.flatMap((object) =>
    object.fields
      .filter(({ kind }) => kind === 'tags')
      .map((field) => ({
        value: `${object.key}.${field.key}`,
        label: `${label(object.label)}: ${label(field.label)}`,
      })),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const field = chosen ?? fields[0]?.value;
  const { data, error } = useQuery({
    queryKey: ['tags', 'counts', field],
    queryFn: ({ signal }) => get<{ items: TagCount[] }>(address('tags/counts', { field }), signal),
    enabled: field !== undefined,
  });
  return (
    <>
      <PageHead title={title} text={t('about')} />
      <div className={classes.body}>
        {field === undefined ? (
          <Empty title={t('noFields')} text={t('noFieldsText')} />
        ) : (
          <Select
            className={classes.field ?? ''}
            label={t('field')}
            data={fields}
            value={field}
            searchable
            allowDeselect={false}
            onChange={setChosen}
          />
        )}
        {error && <Note tone="bad">{error.message}</Note>}
        {data?.items.length === 0 && <Empty title={t('none')} text={t('noneText')} />}
        <ul className={classes.list}>
          {data?.items.map((tag) => (
            <TagRow key={tag.id} tag={tag} others={data.items} />
          ))}
        </ul>
      </div>
    </>
  );
}
