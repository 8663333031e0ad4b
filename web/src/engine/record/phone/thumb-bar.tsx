import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPhone } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { recordActions } from '../../record-actions.ts';
import { useReach } from '../head/reach.ts';
import { useCanCompose } from '../thread/composing.tsx';
import { useRecordVerbs } from '../head/use-record-verbs.tsx';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { WriteButton } from './write-button.tsx';
import classes from './phone.module.css';

/** What is done most, where the thumb is. */
export function ThumbBar() {
  const t = useWords(recordWords);
  const label = useLabel();
  const { object, record, isPartial, isGone } = useOnPage();
  const { edit, canEdit } = useRecordVerbs();
  const { phones } = useReach(object, record);
  const [phone] = phones;
  const [action] = isPartial ? [] : recordActions(object.key, record);
  const canWrite = useCanCompose();
  if (isGone || (!canEdit && phone === undefined && !action && !canWrite)) return null;
  return (
    <div className={classes.thumb}>
      {canWrite && <WriteButton />}
      {canEdit && action && !canWrite && (
        <ActionIcon size={48} variant="default" aria-label={t('edit')} onClick={edit}>
          <IconPencil size={20} stroke={1.5} />
        </ActionIcon>
      )}
      {canEdit && !action && !canWrite && (
        <Button
          className={classes.wide ?? ''}
          size="lg"
          variant="default"
          leftSection={<IconPencil size={20} stroke={1.5} />}
          onClick={edit}
        >
          {t('edit')}
        </Button>
      )}
      {action && canWrite && (
        <ActionIcon
          size={48}
          variant="default"
          aria-label={label(action.label)}
          onClick={() => action.run(record)}
        >
          <action.icon size={20} stroke={1.5} />
        </ActionIcon>
      )}
      {action && !canWrite && (
        <Button
          className={classes.wide ?? ''}
          size="lg"
          leftSection={<action.icon size={20} stroke={1.5} />}
          onClick={() => action.run(record)}
        >
          {label(action.label)}
        </Button>
      )}
      {phone !== undefined && (
        <ActionIcon
          component="a"
          href={`tel:${phone}`}
          size={48}
          variant={action && !canWrite ? 'default' : 'filled'}
          color="thread"
          aria-label={t('call')}
        >
          <IconPhone size={20} stroke={1.5} />
        </ActionIcon>
      )}
    </div>
  );
}
