import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { titleOf } from '../../records/title.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { listWords } from '../list.words.ts';
import type { TableActions } from './table-actions.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData | undefined;
  isSelected: boolean;
  selectable: boolean;
  index: number;
  actions: TableActions;
}

export function RowCheck({ object, record, isSelected, selectable, index, actions }: Props) {
  const t = useWords(listWords);
  const { language } = useLanguage();
  return (
    <div role="gridcell" className={classes.check}>
      {record && selectable && (
        <input
          type="checkbox"
          tabIndex={-1}
          className={classes.box}
          checked={isSelected}
          aria-label={t('selectOne', { title: titleOf(object, record, language) })}
          onClick={(event) => actions.check(index, event.shiftKey)}
          onChange={noop}
        />
      )}
    </div>
  );
}

/** The press itself tells whether shift was held. */
const noop = () => undefined;
