import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowMerge,
  IconCopy,
  IconDots,
  IconLink,
  IconPencil,
  IconPrinter,
  IconShare,
  IconTrash,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { useMayKeep } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { useRecordVerbs } from './use-record-verbs.tsx';

const ShareDialog = lazy(async () => ({
  default: (await import('../people/share-dialog.tsx')).ShareDialog,
}));
const MergeWith = lazy(async () => ({
  default: (await import('./merge-with.tsx')).MergeWith,
}));

/** Everything else that can be done with the record. */
export function RecordMenu({ size = 'lg' }: { size?: 'lg' | 48 }) {
  const t = useWords(recordWords);
  const { object, isGone } = useOnPage();
  const verbs = useRecordVerbs();
  const mayKeep = useMayKeep();
  const [dialog, setDialog] = useState<'share' | 'merge' | null>(null);
  const close = () => setDialog(null);
  const icon = { size: 16, stroke: 1.7 };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size={size}
            aria-label={t('more')}
            {...(size === 'lg' && { variant: 'default' })}
          >
            <IconDots size={size === 48 ? 20 : 16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {verbs.canEdit && (
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={verbs.edit}>
              {t('edit')}
            </Menu.Item>
          )}
          {object.rights.create && (
            <Menu.Item leftSection={<IconCopy {...icon} />} onClick={verbs.duplicate}>
              {t('duplicate')}
            </Menu.Item>
          )}
          {mayKeep && object.reach === 'owned' && !isGone && (
            <Menu.Item leftSection={<IconShare {...icon} />} onClick={() => setDialog('share')}>
              {t('share')}
            </Menu.Item>
          )}
          {verbs.canEdit && verbs.canRemove && (
            <Menu.Item
              leftSection={<IconArrowMerge {...icon} />}
              onClick={() => setDialog('merge')}
            >
              {t('merge')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPrinter {...icon} />} onClick={() => window.print()}>
            {t('print')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={verbs.copyAddress}>
            {t('copyAddress')}
          </Menu.Item>
          {verbs.canRemove && (
            <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={verbs.remove}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'share' && <ShareDialog onClose={close} />}
        {dialog === 'merge' && <MergeWith onClose={close} />}
      </Suspense>
    </>
  );
}
