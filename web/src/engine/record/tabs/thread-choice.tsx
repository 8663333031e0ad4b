import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { sourcesOf } from '../thread/sources.ts';
import { threadWords } from '../thread/thread.words.ts';
import { useRoom } from '../use-room.ts';

interface Props {
  /** Everything when there is none. */
  show: string | undefined;
  onChange(show: string | undefined): void;
}

/** The choice of no sort; no object is called so. */
const everything = 'all';

/** What the thread tells of: everything, or one sort of it. */
export function ThreadChoice({ show, onChange }: Props) {
  const t = useWords(threadWords);
  const label = useLabel();
  const model = useModel();
  const { object } = useOnPage();
  const { isPhone } = useRoom();
  const choices = useMemo(
    () => [
      { value: undefined, name: t('all') },
      ...sourcesOf(model, object).flatMap((source) =>
        (source.object.timeline?.sorts ?? []).map((sort) => ({
          value: `${source.object.key}.${sort.key}`,
          name: label(sort.label),
        })),
      ),
      { value: 'changes', name: t('changes') },
      { value: 'files', name: t('files') },
      { value: 'only', name: t('only') },
    ],
    [model, object, label, t],
  );
  const chosen = choices.find(({ value }) => value === show)?.name ?? t('all');
  const Icon = show === undefined ? IconFilter : IconFilterFilled;
  const icon = <Icon size={16} stroke={1.7} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {isPhone ? (
          <ActionIcon aria-label={`${t('show')}: ${chosen}`}>{icon}</ActionIcon>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={icon}
            aria-label={`${t('show')}: ${chosen}`}
          >
            {chosen}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('show')}</Menu.Label>
        <Menu.RadioGroup
          value={show ?? everything}
          onChange={(value) => onChange(value === everything ? undefined : value)}
        >
          {choices.map(({ value, name }) => (
            <Menu.RadioItem key={name} value={value ?? everything} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
