import { Checkbox } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import { TrashLine } from './trash-line.tsx';
import classes from './trash-page.module.css';
import type { TrashItem } from './trash.ts';
import { trashWords } from './trash.words.ts';

interface Props {
  items: readonly TrashItem[];
  chosen: ReadonlySet<string>;
  canErase: boolean;
  onChosen: (ids: ReadonlySet<string>) => void;
  onRestore: (item: TrashItem) => void;
  onErase: (item: TrashItem) => void;
}

/** The rows of the trash. */
export function TrashTable({ items, chosen, canErase, onChosen, onRestore, onErase }: Props) {
  const t = useWords(trashWords);
  const isAll = items.every(({ id }) => chosen.has(id));
  const choose = ({ id }: TrashItem, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th className={classes.box}>
            <Checkbox
              aria-label={t('chooseAll')}
              checked={isAll}
              indeterminate={!isAll && items.some(({ id }) => chosen.has(id))}
              onChange={() => onChosen(new Set(isAll ? [] : items.map(({ id }) => id)))}
            />
          </th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('until')}</th>
          <th scope="col">
            <span className="unseen">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <TrashLine
            key={item.id}
            item={item}
            isChosen={chosen.has(item.id)}
            canErase={canErase}
            onChoose={choose}
            onRestore={onRestore}
            onErase={onErase}
          />
        ))}
      </tbody>
    </table>
  );
}
