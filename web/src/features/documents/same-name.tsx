import { Button } from '@mantine/core';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import classes from './documents.module.css';

interface Props {
  files: readonly File[];
  /** With no files when none is to be sent after all. */
  onDone(files: readonly File[], sameName: 'version' | 'keep'): void;
}

/** Files whose names are in the folder already: new versions, or documents beside them. */
export function SameName({ files, onDone }: Props) {
  const t = useWords(documentWords);
  const name = files.map((file) => file.name).join(', ');
  return (
    <Dialog title={t('sameName', { name })} onClose={() => onDone([], 'keep')}>
      <p className={classes.said}>{t('sameNameText')}</p>
      <DialogFoot>
        <Button variant="default" onClick={() => onDone(files, 'keep')}>
          {t('keepBoth')}
        </Button>
        <Button data-autofocus onClick={() => onDone(files, 'version')}>
          {t('asVersion')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
