import type { ReactNode } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import type { ListState } from '../list/list-params.ts';
import { BoardBar } from './board-bar.tsx';
import { columnField, columnFields, sumFields } from './board-fields.ts';
import { boardWords } from './board.words.ts';
import { Columns } from './columns.tsx';
import classes from './board.module.css';

interface Props {
  object: ScreenObject;
  state: ListState;
  onChange(patch: Partial<ListState>): void;
  /** Stands there when there is no card at all. */
  empty: ReactNode;
}

/** The records of a list as cards under the values of one field. */
export function Board({ object, state, onChange, empty }: Props) {
  const t = useWords(boardWords);
  const field = columnField(object, state.by);
  const sums = sumFields(object);
  const sum = sums.find(({ key }) => key === state.sum);
  if (!field) return <Empty title={t('noField')} text={t('noFieldText')} />;
  return (
    <div className={classes.board}>
      <BoardBar
        fields={columnFields(object)}
        field={field}
        sums={sums}
        sum={sum}
        onChange={onChange}
      />
      <Columns key={field.key} {...{ object, state, field, sum, empty }} />
    </div>
  );
}
