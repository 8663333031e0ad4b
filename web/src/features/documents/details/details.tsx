import { ActionIcon, Skeleton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { useObject } from '#web/engine/model.ts';
import { RecordProvider } from '#web/engine/record/record-context.tsx';
import { recordQuery } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { PanelBody, SidePanel } from '#web/ui/side-panel.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from '../documents.words.ts';
import { toEntry } from '../entry.ts';
import classes from './details.module.css';
import { DetailsBody } from './details-body.tsx';

interface Props {
  id: string;
  /** What the list knew of it. */
  known: RecordData | undefined;
  /** Over the page, where there is no room beside it. */
  isSheet: boolean;
  onClose(): void;
}

/** A document at the side of the list: how it looks, its facts, versions, links and readers. */
export function Details({ id, known, isSheet, onClose }: Props) {
  const t = useWords(documentWords);
  const object = useObject({ key: 'document' });
  const { data, error } = useQuery(recordQuery('documents', id));
  const record = data ?? known;
  const entry = record && toEntry('document', record);
  const inside =
    object && record && entry && !error ? (
      <RecordProvider
        value={{ object, record, title: entry.name, isPartial: !data, isGone: false }}
      >
        <DetailsBody entry={entry} object={object} />
      </RecordProvider>
    ) : error ? (
      <div className={classes.section}>
        <Note tone="warn">{t(isProblem(error, 'notFound') ? 'gone' : 'notLoaded')}</Note>
      </div>
    ) : (
      <Skeleton height={240} />
    );
  const title = entry?.name ?? t('details');
  if (isSheet)
    return (
      <SidePanel title={title} onClose={onClose}>
        <PanelBody>
          <div className={classes.sheet}>{inside}</div>
        </PanelBody>
      </SidePanel>
    );
  return (
    <aside
      className={classes.panel}
      aria-label={t('details')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <ActionIcon aria-label={t('close')} onClick={onClose}>
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      {inside}
    </aside>
  );
}
