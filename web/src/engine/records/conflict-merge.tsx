import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FieldShow } from '../fields/field-show.tsx';
import classes from './conflict-merge.module.css';
import { recordsWords } from './records.words.ts';

interface Props {
  object: ScreenObject;
  /** What this person wanted to save, by field. */
  mine: Readonly<Record<string, unknown>>;
  /** The record as somebody else saved it. */
  current: RecordData;
  onResolve(values: Record<string, unknown>, version: number): void;
  onClose(): void;
}

/** Two people changed one record: per field, one of the two is kept. */
export function ConflictMerge({ object, mine, current, onResolve, onClose }: Props) {
  const t = useWords(recordsWords);
  const label = useLabel();
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const who = current.updatedBy?.title ?? t('someone');
  const fields = Object.keys(mine).flatMap((key) => object.field.get(key) ?? []);
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
    <Modal opened onClose={onClose} title={t('conflictTitle', { who })} size="lg">
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
                        checked={theirs.has(field.key) === isTheirs}
                        onChange={() => keep(field.key, isTheirs)}
                      />
                      <span>
                        {value === null || value === undefined || value === '' ? (
                          t('empty')
                        ) : (
                          <FieldShow field={field} value={value} place="card" />
                        )}
                      </span>
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.actions}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('later')}
        </Button>
        <Button onClick={resolve}>{t('saveMerged')}</Button>
      </div>
    </Modal>
  );
}
