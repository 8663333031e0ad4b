import { ChooseAll, withChosen } from '#web/ui/choose-all.tsx';
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
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th className={classes.box}>
            <ChooseAll
              label={t('chooseAll')}
              ids={items.map(({ id }) => id)}
              chosen={chosen}
              onChosen={onChosen}
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
            onChoose={({ id }, isChosen) => onChosen(withChosen(chosen, id, isChosen))}
            onRestore={onRestore}
            onErase={onErase}
          />
        ))}
      </tbody>
    </table>
  );
}
