import { Select, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import { findTags, type TagOrder } from './find-tags.ts';
import { TagTable } from './tag-table.tsx';
import { tagsQuery, type CountedTag, type TagCounts, type TagField } from './tags-query.ts';
import { tagsWords } from './tags.words.ts';
import classes from './tags-page.module.css';

interface Props {
  chosen: TagField;
  fields: readonly TagField[];
}

export function TagsOfField({ chosen, fields }: Props) {
  const t = useWords(tagsWords);
  const label = useLabel();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<TagOrder>('count');
  const { data, error } = useQuery(tagsQuery(chosen.name));
  const open = (item: string) =>
    void navigate({ to: '/settings/$page/$item', params: { page: 'tags', item } });
  return (
    <>
      <div className={classes.tools}>
        <Select
          label={t('field')}
          className={classes.field ?? ''}
          data={fields.map(({ place, object, field }) => ({
            value: place,
            label: `${label(object.label)} · ${label(field.label)}`,
          }))}
          value={chosen.place}
          onChange={(place) => place !== null && open(place)}
          allowDeselect={false}
        />
        <TextInput
          label={t('find')}
          className={classes.find ?? ''}
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          label={t('order')}
          className={classes.find ?? ''}
          data={[
            { value: 'count', label: t('byCount') },
            { value: 'name', label: t('byName') },
          ]}
          value={order}
          onChange={(value) => setOrder(value === 'name' ? 'name' : 'count')}
          allowDeselect={false}
        />
      </div>
      {error && (
        <div className={classes.note}>
          <Note tone="bad">{textOf(error)}</Note>
        </div>
      )}
      {!data && !error && <Skeleton className={classes.loading ?? ''} />}
      {data && <Found chosen={chosen} counts={data} shown={findTags(data.items, typed, order)} />}
    </>
  );
}

interface FoundProps {
  chosen: TagField;
  counts: TagCounts;
  shown: readonly CountedTag[];
}

function Found({ chosen, counts: { items, complete }, shown }: FoundProps) {
  const t = useWords(tagsWords);
  if (items.length === 0) return <Empty title={t('emptyTitle')} text={t('emptyText')} />;
  if (shown.length === 0) return <Empty title={t('noMatch')} />;
  return (
    <>
      {!complete && (
        <div className={classes.note}>
          <Note tone="info">{t('incomplete')}</Note>
        </div>
      )}
      <TagTable field={chosen} shown={shown} tags={items} />
    </>
  );
}
