import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { recordActions } from '../../record-actions.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { CallButton } from './call-button.tsx';
import { useReach } from './reach.ts';
import { useRecordVerbs } from './use-record-verbs.tsx';

/** What is done with it most: what its feature offers, a call, else changing it. The first is the primary one. */
export function HeadActions() {
  const t = useWords(recordWords);
  const label = useLabel();
  const { object, record, isPartial, isGone } = useOnPage();
  const { edit, canEdit } = useRecordVerbs();
  const { phones } = useReach(object, record);
  if (isGone) return null;
  // Whether an action makes sense is known when all of the record is.
  const actions = isPartial ? [] : recordActions(object.key, record);
  const [phone] = phones;
  return (
    <>
      {canEdit && (
        <Button
          variant={actions.length === 0 && phone === undefined ? 'filled' : 'default'}
          leftSection={<IconPencil size={16} stroke={1.7} />}
          onClick={edit}
        >
          {t('edit')}
        </Button>
      )}
      {phone !== undefined && <CallButton phone={phone} isPrimary={actions.length === 0} />}
      {actions.map(({ key, label: name, icon: Icon, run }, i) => (
        <Button
          key={key}
          variant={i === 0 ? 'filled' : 'default'}
          leftSection={<Icon size={16} stroke={1.7} />}
          onClick={() => run(record)}
        >
          {label(name)}
        </Button>
      ))}
    </>
  );
}
