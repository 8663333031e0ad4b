import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openForm } from '../../form/open-form.ts';
import { useOnPage } from '../record-context.tsx';
import { tiedTo } from '../related/related-lists.ts';
import type { KnownRelated } from '../related/use-related.ts';
import { sideWords } from './side.words.ts';
import classes from './side.module.css';

/** What there is none of yet, each a press away. */
export function AddRelated({ lists }: { lists: readonly KnownRelated[] }) {
  const t = useWords(sideWords);
  const label = useLabel();
  const { record, title, isGone } = useOnPage();
  const offered = lists.filter(({ object }) => object.rights.create);
  if (offered.length === 0 || isGone) return null;
  return (
    <section className={classes.section} aria-label={t('others')}>
      <h2 className={classes.heading}>{t('others')}</h2>
      <div className={classes.offers}>
        {offered.map((list) => (
          <Button
            key={list.key}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.7} />}
            onClick={() =>
              openForm({
                object: list.object.key,
                values: tiedTo(list, { id: record.id, title }),
              })
            }
          >
            {label(list.label)}
          </Button>
        ))}
      </div>
    </section>
  );
}
