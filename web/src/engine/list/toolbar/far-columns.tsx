import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { fold } from '#shared/locale/text.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { relationsOf, targetOf } from '../../filter/paths.ts';
import { useModel } from '../../model.ts';
import { columnName, leadsToOne, type ColumnField } from '../column-field.ts';
import { inSentence } from '../in-sentence.ts';
import { ColumnLine } from './column-line.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  shown: readonly string[];
  /** What was typed to find a field by. */
  words: string;
  onShow(key: string): void;
}

/** Fields of the records that relations lead to: a relation opened, or whatever the words find. */
export function FarColumns({ object, shown, words, onShow }: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const model = useModel();
  const [open, setOpen] = useState<string | null>(null);
  const isSearch = words.trim() !== '';
  const wanted = fold(words);
  return relationsOf(object, model)
    .filter(leadsToOne)
    .map((via) => {
      const columns = (targetOf(via, model)?.fields ?? [])
        .map((field): ColumnField => ({ key: `${via.key}.${field.key}`, field, via }))
        .filter(({ key, field }) => !shown.includes(key) && field.key !== 'id');
      const found = isSearch
        ? columns.filter((column) => fold(columnName(column, label)).includes(wanted))
        : columns;
      if (found.length === 0) return null;
      const isOpen = isSearch || open === via.key;
      const Chevron = isOpen ? IconChevronDown : IconChevronRight;
      return (
        <div key={via.key}>
          <button
            type="button"
            className={`${classes.line} ${classes.choice}`}
            aria-expanded={isOpen}
            onClick={(event) => {
              const line = event.currentTarget;
              setOpen(isOpen ? null : via.key);
              // The last line of the panel would open beyond its edge.
              if (!isOpen) requestAnimationFrame(() => line.scrollIntoView());
            }}
          >
            <span className={classes.name}>
              {t('fieldsOf', { name: inSentence(label(via.label)) })}
            </span>
            <Chevron size={14} stroke={1.7} aria-hidden />
          </button>
          {isOpen &&
            found.map((column) => (
              <ColumnLine
                key={column.key}
                column={column}
                at={shown.length}
                isShown={false}
                canHide
                onShow={() => onShow(column.key)}
                onMove={() => undefined}
              />
            ))}
        </div>
      );
    });
}
