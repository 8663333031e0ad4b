import { Button, Skeleton, Switch } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { duplicatesWords } from './duplicates.words.ts';
import { CompareTable } from './merge/compare-table.tsx';
import { chosenValues, differs, mergedFields, type MergeChoice } from './merge/merge-choice.ts';
import classes from './merge/merge-dialog.module.css';
import { MergeFailure } from './merge/merge-failure.tsx';
import { mostMerged, useMerge, useMerged } from './merge/use-merge.ts';

interface Props {
  object: ScreenObject;
  ids: readonly string[];
  /** With the record that stays; without one when nothing was merged. */
  onDone: (survivor?: RecordData) => void;
}

/** Records side by side, the value of each field chosen from one of them, then made one. */
export function MergeDialog({ object, ids, onDone }: Props) {
  const t = useWords(duplicatesWords);
  const isSmall = useMediaQuery('(max-width: 720px)') ?? false;
  const query = useMerged(object, ids);
  const records = query.data ?? [];
  const [kept, setKept] = useState<string>();
  const [choice, setChoice] = useState<MergeChoice>({});
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const merge = useMerge(object, onDone);
  const survivor = records.find(({ id }) => id === kept) ?? records[0];
  const fields = mergedFields(object);
  const shown = onlyDifferent ? fields.filter((field) => differs(field, records)) : fields;
  const isTooMany = ids.length > mostMerged;
  const canMerge = survivor !== undefined && records.length > 1 && !merge.isPending;
  const send = () => {
    if (!survivor) return;
    merge.mutate({
      survivor,
      others: records.filter(({ id }) => id !== survivor.id),
      values: chosenValues(fields, records, survivor.id, choice),
    });
  };
  return (
    <Dialog
      onClose={() => onDone()}
      fullScreen={isSmall}
      size={records.length > 2 ? '90%' : 880}
      title={t('mergeTitle', { count: records.length || ids.length })}
      closeOnClickOutside={false}
    >
      <div className={classes.body}>
        {isTooMany && <Note tone="bad">{t('tooMany', { max: mostMerged })}</Note>}
        {query.error && (
          <MergeFailure error={query.error} fields={fields} onAgain={() => void query.refetch()} />
        )}
        {query.isLoading && <Skeleton height={240} />}
        {query.isSuccess && records.length < 2 && <Note tone="warn">{t('tooFew')}</Note>}
        {query.isSuccess && records.length > 1 && records.length < ids.length && (
          <Note tone="warn">{t('gone')}</Note>
        )}
        {survivor && records.length > 1 && (
          <>
            <div className={classes.bar}>
              <p className={classes.hint}>{t('survivorHint')}</p>
              <Switch
                label={t('onlyDifferent')}
                checked={onlyDifferent}
                onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
              />
            </div>
            <CompareTable
              object={object}
              fields={shown}
              records={records}
              survivor={survivor.id}
              choice={choice}
              errors={merge.error}
              onSurvivor={setKept}
              onChoose={(key, from) => setChoice({ ...choice, [key]: from })}
            />
            {shown.length === 0 && <p className={classes.hint}>{t('noDifference')}</p>}
          </>
        )}
        {merge.error && <MergeFailure error={merge.error} fields={fields} onAgain={send} />}
      </div>
      <div className={classes.foot}>
        <DialogFoot onCancel={() => onDone()}>
          <Button disabled={!canMerge} onClick={send}>
            {t('merge', { count: records.length })}
          </Button>
        </DialogFoot>
      </div>
    </Dialog>
  );
}
