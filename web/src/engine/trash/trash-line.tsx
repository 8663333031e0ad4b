import { Button, Checkbox } from '@mantine/core';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { dateInZone } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { TrashItem } from './trash.ts';
import { trashWords } from './trash.words.ts';
import classes from './trash-page.module.css';

interface Props {
  item: TrashItem;
  isChosen: boolean;
  canErase: boolean;
  onChoose: (item: TrashItem, isChosen: boolean) => void;
  onRestore: (item: TrashItem) => void;
  onErase: (item: TrashItem) => void;
}

/** One removed record: what it was, who removed it, until when it is kept. */
export function TrashLine({ item, isChosen, canErase, onChoose, onRestore, onErase }: Props) {
  const t = useWords(trashWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const object = useModel().byKey.get(item.object);
  const name = item.title ?? t('unnamed');
  return (
    <tr data-chosen={isChosen}>
      <td className={classes.box}>
        <Checkbox
          aria-label={t('choose', { name })}
          checked={isChosen}
          onChange={(event) => onChoose(item, event.currentTarget.checked)}
        />
      </td>
      <td className={classes.name}>{name}</td>
      <td>{object ? label(object.label) : item.object}</td>
      <td data-label={t('by')}>{item.deletedBy?.title ?? t('system')}</td>
      <td className={classes.time} data-label={t('at')}>
        {formatDateTime(new Date(item.deletedAt), timeZone)}
      </td>
      <td className={classes.time} data-label={t('until')}>
        {formatDate(dateInZone(new Date(item.keptUntil), timeZone))}
      </td>
      <td className={classes.actions}>
        <Button
          variant="default"
          size="xs"
          aria-label={t('restoreOne', { name })}
          onClick={() => onRestore(item)}
        >
          {t('restore')}
        </Button>
        {canErase && (
          <Button
            variant="subtle"
            color="red"
            size="xs"
            aria-label={t('eraseOne', { name })}
            onClick={() => onErase(item)}
          >
            {t('erase')}
          </Button>
        )}
      </td>
    </tr>
  );
}
