import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { FieldShow } from '../fields/field-show.tsx';
import classes from './conflict-merge.module.css';
import { clashesOf } from './merge-changes.ts';
import { recordsWords } from './records.words.ts';
import { timeAgo } from './time-ago.ts';

interface Props {
  object: ScreenObject;
  /** What this person wanted to save, by field. */
  mine: Readonly<Record<string, unknown>>;
  /** The record as somebody else saved it. */
  current: RecordData;
  /** The record as it was when this person began: only what both changed is asked for. */
  base?: Readonly<Record<string, unknown>> | undefined;
  onResolve(values: Record<string, unknown>, version: number): void;
  onClose(): void;
}

/** Two people changed one record: per field, one of the two is kept. */
export function ConflictMerge({ object, mine, current, base, onResolve, onClose }: Props) {
  const t = useWords(recordsWords);
  const label = useLabel();
  const { language } = useLanguage();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const who = current.updatedBy?.title ?? t('someone');
  const when = current.updatedAt && timeAgo(current.updatedAt, language);
  const fields = clashesOf(mine, base, current).flatMap((key) => object.field.get(key) ?? []);
  const keep = (key: string, isTheirs: boolean) =>
    setTheirs((before) => {
      const next = new Set(before);
      if (isTheirs) next.add(key);
      else next.delete(key);
      return next;
    });
  const resolve = () =>
    onResolve(
      Object.fromEntries(Object.entries(mine).filter(([key]) => !theirs.has(key))),
      current.version,
    );
  return (
    <Dialog
      onClose={onClose}
      title={[t('conflictTitle', { who }), when].filter(Boolean).join(', ')}
      size="lg"
      closeLabel={t('later')}
    >
      <p className={classes.text}>{t('conflictText')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('theirs', { who })}</th>
            <th scope="col">{t('yours')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <th scope="row">{label(field.label)}</th>
              {[true, false].map((isTheirs) => {
                const value = isTheirs ? current[field.key] : mine[field.key];
                return (
                  <td key={String(isTheirs)}>
                    <label className={classes.choice}>
                      <input
                        type="radio"
                        name={field.key}
                        aria-label={`${label(field.label)}, ${isTheirs ? t('theirs', { who }) : t('yours')}`}
                        checked={theirs.has(field.key) === isTheirs}
                        onChange={() => keep(field.key, isTheirs)}
                      />
                      {value === null || value === undefined || value === '' ? (
                        <span className={classes.empty}>{t('empty')}</span>
                      ) : (
                        <FieldShow field={field} value={value} place="card" />
                      )}
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <DialogFoot onCancel={onClose} cancelLabel={t('later')}>
        <Button onClick={resolve} data-autofocus>
          {t('saveMerged')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
