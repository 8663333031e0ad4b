import { TextInput } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { fold } from '#shared/locale/text.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { ListControl } from '../list-state.ts';
import type { ColumnShape } from '../use-column-shape.ts';
import { ColumnLine } from './column-line.tsx';
import { ToolPopover } from './tool-popover.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  control: ListControl;
  shape: ColumnShape;
}

/** Columns that are shown, in their order, and those that could be. */
export function ColumnsMenu({ object, control, shape }: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const [words, setWords] = useState('');
  const { state, base, change } = control;
  const shown = (state.columns ?? object.list).filter((key) => object.field.has(key));
  const isFound = (key: string) =>
    fold(label(object.field.get(key)?.label ?? key)).includes(fold(words));
  const hidden = object.fields.filter(({ key }) => !shown.includes(key) && isFound(key));
  const set = (columns: readonly string[]) => change({ columns }, { replace: true });
  const move = (key: string, to: number) =>
    set(shown.filter((each) => each !== key).toSpliced(to, 0, key));
  return (
    <ToolPopover label={t('columns')} icon={IconColumns3}>
      {() => (
        <>
          <TextInput
            className={classes.find ?? ''}
            placeholder={t('searchField')}
            aria-label={t('searchField')}
            value={words}
            data-autofocus
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <p className={classes.heading}>{t('shown')}</p>
          {shown.map((key, at) => {
            const field = object.field.get(key);
            if (!field || !isFound(key)) return null;
            return (
              <ColumnLine
                key={key}
                field={field}
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
          <p className={classes.heading}>{t('hidden')}</p>
          {hidden.map((field) => (
            <ColumnLine
              key={field.key}
              field={field}
              at={shown.length}
              isShown={false}
              canHide
              onShow={() => set([...shown, field.key])}
              onMove={move}
            />
          ))}
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
      )}
    </ToolPopover>
  );
}
