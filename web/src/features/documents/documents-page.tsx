import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import { useObject } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { notify } from '#web/ui/notify.tsx';
import { Empty } from '#web/ui/empty.tsx';
import { PageDrop } from '#web/ui/page-drop.tsx';
import { useWords } from '#web/words/language.tsx';
import { Crumbs } from './crumbs.tsx';
import { Details } from './details/details.tsx';
import { pathQuery } from './documents.queries.ts';
import { documentWords } from './documents.words.ts';
import { Entries } from './entries.tsx';
import classes from './documents.module.css';
import { SameName } from './same-name.tsx';
import { Toolbar } from './toolbar.tsx';
import { useEntries } from './use-entries.ts';
import { usePlace } from './use-place.ts';
import { readDropped, type Chosen } from './uploads/read-dropped.ts';
import { sendFolders } from './uploads/send-folders.ts';
import { findUnfinished, sendFiles } from './uploads/send-uploads.ts';

/** Folders and documents, walked through as on a disk; details of one at the right. */
export function DocumentsPage() {
  const t = useWords(documentWords);
  const client = useQueryClient();
  const place = usePlace();
  const isPhone = useMediaQuery('(max-width: 720px)');
  const object = useObject({ key: 'document' });
  const { data: path, error } = useQuery({
    ...pathQuery(place.folder ?? ''),
    enabled: place.folder !== undefined,
  });
  const steps = place.folder === undefined ? [] : (path?.items ?? []);
  const here = steps.at(-1)?.name;
  usePageTitle(here ?? t('title'));
  const list = useEntries(place);
  const [asked, setAsked] = useState<readonly File[]>([]);
  const { folder } = place;
  const names = list.entries;
  const take = (files: readonly File[]) => {
    const taken = new Set(names.map(({ name }) => name.toLowerCase()));
    const isTaken = ({ name }: File) => taken.has(name.toLowerCase());
    sendFiles(
      files.filter((file) => !isTaken(file)),
      { folder },
    );
    setAsked(files.filter(isTaken));
  };
  const takeChosen = (chosen: readonly Chosen[]) => {
    const loose = chosen.filter(({ folders }) => folders.length === 0);
    take(loose.map(({ file }) => file));
    const inFolders = chosen.filter(({ folders }) => folders.length > 0);
    if (inFolders.length === 0) return;
    sendFolders(inFolders, folder)
      .then(() => renew(client, 'folders'))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : '';
        notify({ tone: 'bad', text: t('foldersFailed', { reason }) });
      });
  };
  const takeDropped = (transfer: DataTransfer) => void readDropped(transfer).then(takeChosen);
  useEffect(() => void findUnfinished(), []);
  const chosen = names.find(({ id, kind }) => kind === 'document' && id === place.doc);
  const isGone = isProblem(error, 'notFound');
  const canAdd = !isGone && (object?.rights.create ?? false);
  return (
    <div className={classes.page}>
      <h1 className="unseen">{here ?? t('title')}</h1>
      {!isGone && (
        <div className={classes.head}>
          <Crumbs steps={steps} />
          <Toolbar place={place} canAdd={canAdd} onChosen={takeChosen} />
        </div>
      )}
      <div className={classes.body}>
        {isGone ? (
          <div className={classes.entries}>
            <Empty title={t('goneFolder')} text={t('gone')}>
              <Button variant="default" onClick={() => place.go({ folder: undefined })}>
                {t('toTop')}
              </Button>
            </Empty>
          </div>
        ) : (
          <Entries list={list} place={place} canAdd={canAdd} onFiles={take} />
        )}
        {place.doc !== undefined && (
          <Details
            key={place.doc}
            id={place.doc}
            known={chosen?.record}
            isSheet={isPhone ?? false}
            onClose={() => place.go({ doc: undefined })}
          />
        )}
      </div>
      {canAdd && (
        <PageDrop text={t('drop', { place: here ?? t('title') })} onDropped={takeDropped} />
      )}
      {asked.length > 0 && (
        <SameName
          files={asked}
          onDone={(files, sameName) => {
            sendFiles(files, { folder, sameName });
            setAsked([]);
          }}
        />
      )}
    </div>
  );
}
