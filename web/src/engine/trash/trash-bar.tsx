import { Button } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import classes from './trash-page.module.css';
import { trashWords } from './trash.words.ts';

interface Props {
  count: number;
  isBusy: boolean;
  onRestore: () => void;
  onErase: (() => void) | undefined;
  onClear: () => void;
}

/** What can be done with the chosen records; floats above the foot. */
export function TrashBar({ count, isBusy, onRestore, onErase, onClear }: Props) {
  const t = useWords(trashWords);
  return (
    <div className={classes.chosen} role="toolbar" aria-label={t('chosen', { count })}>
      <span>{t('chosen', { count })}</span>
      <Button size="xs" disabled={isBusy} onClick={onRestore}>
        {t('restore')}
      </Button>
      {onErase && (
        <Button variant="subtle" color="red" size="xs" disabled={isBusy} onClick={onErase}>
          {t('erase')}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="xs" onClick={onClear}>
        {t('clear')}
      </Button>
    </div>
  );
}
