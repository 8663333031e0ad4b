import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconEye, IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { ChoosePreview } from '../preview/choose-preview.tsx';
import { NewRole } from './new-role.tsx';
import { RemoveRole } from './remove-role.tsx';
import { rolesWords } from './roles.words.ts';
import danger from '../danger.module.css';

interface Props {
  role: Role;
  people: number;
  /** On the page of the role itself, where it need not be opened. */
  here?: boolean;
}

export function RoleMenu({ role, people, here = false }: Props) {
  const t = useWords(rolesWords);
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'copy' | 'remove' | 'preview' | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size="md" aria-label={t('more', { name: role.name })}>
            <IconDots size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!here && (
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.7} />}
              onClick={() =>
                void navigate({
                  to: '/settings/$page/$item',
                  params: { page: 'roles', item: role.id },
                })
              }
            >
              {t('open')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconEye size={16} stroke={1.7} />}
            onClick={() => setDoing('preview')}
          >
            {t('previewAs')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={16} stroke={1.7} />}
            onClick={() => setDoing('copy')}
          >
            {t('copy')}
          </Menu.Item>
          {!role.administrator && (
            <Menu.Item
              className={danger.danger ?? ''}
              leftSection={<IconTrash size={16} stroke={1.7} />}
              onClick={() => setDoing('remove')}
            >
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {doing === 'copy' && <NewRole from={role} onClose={close} />}
      {doing === 'remove' && <RemoveRole role={role} people={people} onClose={close} />}
      {doing === 'preview' && <ChoosePreview roleId={role.id} onClose={close} />}
    </>
  );
}
