import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { SavedView } from './saved-view.ts';
import { viewWords } from './views.words.ts';
import classes from './view-tabs.module.css';

interface Props {
  views: readonly SavedView[];
  chosen: string | undefined;
  onOpen(id: string | null): void;
}

const audiences = ['everyone', 'team', 'mine'] as const;

/** Every view by whom it is for, also those whose tab is beyond the edge. */
export function AllViews({ views, chosen, onOpen }: Props) {
  const t = useWords(viewWords);
  const label = useLabel();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.add} aria-label={t('all')} title={t('all')}>
          <IconChevronDown size={16} stroke={1.7} />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah="70dvh" className={classes.long ?? ''}>
        <Menu.Item onClick={() => onOpen(null)}>{t('everything')}</Menu.Item>
        {audiences.map((audience) => {
          const those = views.filter((view) => view.audience === audience);
          if (those.length === 0) return null;
          return [
            <Menu.Label key={audience}>{t(audience)}</Menu.Label>,
            ...those.map((view) => (
              <Menu.Item
                key={view.id}
                aria-current={view.id === chosen ? 'page' : undefined}
                onClick={() => onOpen(view.id)}
              >
                {label(view.name)}
              </Menu.Item>
            )),
          ];
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
