import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { openForm } from '#web/engine/form/open-form.ts';
import { Keys } from '#web/ui/keys.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { setCreateMenu, useCreateMenu } from './create-state.ts';
import { iconOf } from './places.ts';
import { shellWords } from './shell.words.ts';
import classes from './top-bar.module.css';
import { useCreatable } from './use-creatable.ts';

/** Creation from anywhere: by the button, or by `c` and Enter. */
export function CreateMenu() {
  const t = useWords(shellWords);
  const label = useLabel();
  const opened = useCreateMenu();
  const objects = useCreatable();
  if (objects.length === 0) return null;
  return (
    <Menu
      opened={opened}
      onChange={setCreateMenu}
      position="bottom-end"
      width={240}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="default"
          className={classes.create ?? ''}
          leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
          rightSection={<Keys caps={['C']} />}
        >
          {t('create')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {objects.map((object) => {
          const Glyph = iconOf(object);
          return (
            <Menu.Item
              key={object.key}
              leftSection={<Glyph size={16} stroke={1.7} aria-hidden />}
              onClick={() => openForm({ object: object.key })}
            >
              {label(object.label)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
