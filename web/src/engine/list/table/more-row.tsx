import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { listWords } from '../list.words.ts';
import { inSentence } from '../in-sentence.ts';
import type { Row } from './rows.ts';
import type { TableActions } from './table-actions.ts';
import { rowId } from './row-ids.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  row: Extract<Row, { kind: 'more' }>;
  index: number;
  top: number;
  isCursor: boolean;
  actions: TableActions;
}

export function MoreRow({ object, row, index, top, isCursor, actions }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const { language } = useLanguage();
  const name = inSentence(label(row.rest === 1 ? object.label : object.pluralLabel));
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      className={`${classes.row} ${isCursor ? classes.cursor : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => actions.press(index, event)}
    >
      <div role="gridcell" className={classes.moreCell}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.more}
          onClick={() => actions.more(row.group)}
        >
          {t('seeMore', { count: formatNumber(String(row.rest), language), name })}
        </button>
      </div>
    </div>
  );
}
