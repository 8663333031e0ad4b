import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { fold } from '#shared/locale/text.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useModel } from '../../model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { ListControl } from '../list-state.ts';
import type { ColumnShape } from '../use-column-shape.ts';
import { columnName, findColumn, type ColumnField } from '../column-field.ts';
import { ColumnLine } from './column-line.tsx';
import { FarColumns } from './far-columns.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  control: ListControl;
  shape: ColumnShape;
}

/** Columns that are shown, in their order, and those that could be. */
export function ColumnsPanel({ object, control, shape }: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const [words, setWords] = useState('');
  const { state, base, change } = control;
  const model = useModel();
  const find = (key: string) => findColumn(key, object, model) ?? [];
  const isFound = (column: ColumnField) => fold(columnName(column, label)).includes(fold(words));
  const shown = (state.columns ?? object.list).filter((key) => findColumn(key, object, model));
  const hidden = object.fields
    .map((field): ColumnField => ({ key: field.key, field }))
    .filter((column) => !shown.includes(column.key) && isFound(column));
  const set = (columns: readonly string[]) => change({ columns }, { replace: true });
  const move = (key: string, to: number) =>
    set(shown.filter((each) => each !== key).toSpliced(to, 0, key));
  return (
    <>
      <TextInput
        className={classes.find ?? ''}
        placeholder={t('searchField')}
        aria-label={t('searchField')}
        value={words}
        data-autofocus
        autoFocus
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={classes.found}>
        {shown.flatMap(find).some(isFound) && <p className={classes.heading}>{t('shown')}</p>}
        {shown.flatMap(find).map((column, at) => {
          const { key } = column;
          if (!isFound(column)) return null;
          return (
            <ColumnLine
              key={key}
              column={column}
              at={at}
              isLast={at === shown.length - 1}
              isShown
              canHide={shown.length > 1}
              isPinned={shape.pinned.includes(key)}
              onShow={() => set(shown.filter((each) => each !== key))}
              onMove={move}
              onPin={(pinned) => shape.pin(key, pinned)}
            />
          );
        })}
        {hidden.length > 0 && <p className={classes.heading}>{t('hidden')}</p>}
        {hidden.map((column) => (
          <ColumnLine
            key={column.key}
            column={column}
            at={shown.length}
            isShown={false}
            canHide
            onShow={() => set([...shown, column.key])}
            onMove={move}
          />
        ))}
        <FarColumns
          object={object}
          shown={shown}
          words={words}
          onShow={(key) => set([...shown, key])}
        />
      </div>
      <p className={classes.nothing}>{t('noField')}</p>
      {state.columns !== base.columns && (
        <div className={classes.feet}>
          <button
            type="button"
            className={classes.tool}
            onClick={() => change({ columns: base.columns }, { replace: true })}
          >
            {t('resetColumns')}
          </button>
        </div>
      )}
    </>
  );
}
