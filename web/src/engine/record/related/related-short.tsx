import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openForm } from '../../form/open-form.ts';
import { inSentence } from '../../list/in-sentence.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { tiedTo } from './related-lists.ts';
import { RelatedRow } from './related-row.tsx';
import { shownShort, type KnownRelated } from './use-related.ts';
import classes from './related.module.css';

/** The newest of a related list, with the way to all of them. */
export function RelatedShort({ list, onAll }: { list: KnownRelated; onAll(): void }) {
  const t = useWords(recordWords);
  const label = useLabel();
  const { record, title } = useOnPage();
  const { page, object, field } = list;
  const add = t('add', { name: inSentence(label(object.label)) });
  return (
    <section className={classes.short} aria-label={label(list.label)}>
      <h2 className={classes.heading}>
        <button type="button" className={classes.all} onClick={onAll}>
          {label(list.label)}
          <span className={classes.count}>{list.count}</span>
        </button>
        {object.rights.create && (
          <ActionIcon
            className={classes.add ?? ''}
            aria-label={add}
            title={add}
            onClick={() =>
              openForm({ object: object.key, values: tiedTo(list, { id: record.id, title }) })
            }
          >
            <IconPlus size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </h2>
      {page?.items.map((each) => (
        <RelatedRow key={each.id} object={object} record={each} without={field.key} />
      ))}
      {page && page.total.value > shownShort && (
        <button type="button" className={classes.seeAll} onClick={onAll}>
          {t('seeAll', { count: list.count })}
        </button>
      )}
    </section>
  );
}
