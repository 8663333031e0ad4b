import { Button, Progress, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { useModel } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { DropZone } from './drop-zone.tsx';
import { FailureNote } from './failure-note.tsx';

import { ImportSteps } from './import-steps.tsx';
import { showImport, type Import } from './imports.ts';
import classes from './new-import-page.module.css';
import { transferWords } from './transfer.words.ts';
import { useUpload } from './use-upload.ts';

const largestBytes = 50 * 1024 * 1024;

/** First step: into which object, and the file. */
export function NewImportPage() {
  const t = useWords(transferWords);
  const label = useLabel();
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: { object?: string } = useSearch({ strict: false });
  const objects = useModel().objects.filter(
    ({ inNavigation, rights }) => inNavigation && rights.import,
  );
  const [chosen, setChosen] = useState(search.object);
  const object = objects.find(({ key }) => key === chosen) ?? objects[0];
  const [refused, setRefused] = useState<string>();
  const onDone = useCallback(
    (made: Import) => {
      showImport(client, made);
      void navigate({ to: '/imports/$id', params: { id: made.id } });
    },
    [client, navigate],
  );
  const upload = useUpload(onDone);
  usePageTitle(t('importTitle'), [{ label: t('imports'), to: '/imports' }]);

  if (!object) return <Empty title={t('importTitle')} text={t('noObject')} />;
  const take = (file: File) => {
    const size = formatBytes(file.size, language);
    const reason =
      file.size > largestBytes ? t('tooLarge', { size }) : file.size === 0 ? t('emptyFile') : '';
    setRefused(reason || undefined);
    if (!reason) upload.start(file, object.key);
  };
  const { file, part, error } = upload;
  return (
    <div className={classes.page}>
      <h1 className="unseen">{t('importTitle')}</h1>
      <ImportSteps step="file" />
      <div className={classes.body}>
        <Select
          label={t('object')}
          data={objects.map((each) => ({ value: each.key, label: label(each.pluralLabel) }))}
          value={object.key}
          onChange={(key) => setChosen(key ?? undefined)}
          allowDeselect={false}
          readOnly={part !== undefined}
        />
        {refused !== undefined && <Note tone="bad">{refused}</Note>}
        {error !== undefined && <UploadFailure error={error} onAgain={upload.again} />}
        {file && part !== undefined ? (
          <div className={classes.sending} role="status">
            <div className={classes.row}>
              <span>{t('uploading', { name: file.name })}</span>
              <span className="num">
                {t('uploadedPart', {
                  done: formatBytes(file.size * part, language),
                  all: formatBytes(file.size, language),
                })}
              </span>
            </div>
            <Progress value={part * 100} aria-label={t('uploading', { name: file.name })} />
            <Button variant="default" onClick={upload.stop}>
              {t('cancelUpload')}
            </Button>
          </div>
        ) : (
          <DropZone onFile={take} disabled={false} />
        )}
        <p className={classes.promise}>{t('nothingWritten')}</p>
      </div>
    </div>
  );
}

function UploadFailure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const t = useWords(transferWords);
  const again = (
    <Button variant="default" size="xs" onClick={onAgain}>
      {t('uploadAgain')}
    </Button>
  );
  if (isProblem(error, 'offline'))
    return (
      <Note tone="warn" action={again}>
        {t('uploadOffline')}
      </Note>
    );
  if (!isProblem(error)) return <Note tone="bad">{t('unreadable')}</Note>;
  return <FailureNote error={error} onAgain={onAgain} />;
}
