import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openForm } from '../../form/open-form.ts';
import { useOnPage } from '../record-context.tsx';
import { tiedTo } from '../related/related-lists.ts';
import type { KnownRelated } from '../related/use-related.ts';
import { sideWords } from './side.words.ts';
import classes from './side.module.css';

/** What there is none of yet, each a press away. */
export function AddRelated({ lists }: { lists: readonly KnownRelated[] }) {
  const t = useWords(sideWords);
  const label = useLabel();
  const { record, title, isGone } = useOnPage();
  const offered = lists.filter(({ object }) => object.rights.create);
  if (offered.length === 0 || isGone) return null;
  return (
    <div className={classes.section}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            data-flush
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={14} stroke={1.7} />}
          >
            {t('others')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((list) => (
            <Menu.Item
              key={list.key}
              onClick={() =>
                openForm({
                  object: list.object.key,
                  values: tiedTo(list, { id: record.id, title }),
                })
              }
            >
              {label(list.label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
