import { Button } from '@mantine/core';
import { IconAlertOctagonFilled } from '@tabler/icons-react';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useModel } from '#web/engine/model.ts';
import classes from './erase-dialog.module.css';
import type { TrashItem } from './trash.ts';
import { trashWords } from './trash.words.ts';

interface Props {
  items: readonly TrashItem[];
  onClose: () => void;
  onErase: () => void;
}

const mostNamed = 5;

/** The one thing that cannot be taken back: it names what will be gone. */
export function EraseDialog({ items, onClose, onErase }: Props) {
  const t = useWords(trashWords);
  const label = useLabel();
  const model = useModel();
  const [only] = items;
  const nameOf = ({ title }: TrashItem) => title ?? t('unnamed');
  return (
    <Dialog
      onClose={onClose}
      title={
        <span className={classes.title}>
          <IconAlertOctagonFilled size={16} color="var(--bad)" aria-hidden />
          {items.length === 1 && only
            ? t('eraseAskOne', { name: nameOf(only) })
            : t('eraseAsk', { count: items.length })}
        </span>
      }
    >
      <p>{t('eraseText')}</p>
      <ul className={classes.list} aria-label={t('eraseList')}>
        {items.slice(0, mostNamed).map((item) => (
          <li key={item.id}>
            {nameOf(item)}
            <span className={classes.kind}>
              {label(model.byKey.get(item.object)?.label ?? item.object)}
            </span>
          </li>
        ))}
        {items.length > mostNamed && <li>{t('eraseMore', { count: items.length - mostNamed })}</li>}
      </ul>
      <DialogFoot onCancel={onClose} cancelLabel={t('keep')} grave>
        <Button color="red" onClick={onErase}>
          {t('erase')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
