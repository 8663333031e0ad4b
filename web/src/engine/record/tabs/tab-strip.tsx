import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import type { Tab } from '../use-tab.ts';
import type { ShownTab } from './tab-list.ts';
import { useFitting } from './use-fitting.ts';
import classes from './tabs.module.css';

interface Props {
  shown: readonly ShownTab[];
  waiting: readonly ShownTab[];
  chosen: Tab;
  onChoose(tab: Tab): void;
  /** At the right end. */
  children?: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Parts of the record; arrows walk them. What has no room waits in a menu. */
export function TabStrip({ shown, waiting, chosen, onChoose, children }: Props) {
  const t = useWords(recordWords);
  const { title } = useOnPage();
  const { strip, standing, others } = useFitting(shown, chosen);
  const inMenu = [...others, ...waiting];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    const at = standing.findIndex(({ key }) => key === chosen) + step;
    const next = standing[(at + standing.length) % standing.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div className={classes.bar}>
      <div ref={strip} role="tablist" aria-label={t('parts', { title })} className={classes.strip}>
        {[...standing, ...others].map((tab) => (
          <button
            key={tab.key}
            id={`tab-${tab.key}`}
            type="button"
            role="tab"
            className={`${classes.tab} ${others.includes(tab) ? classes.away : ''}`}
            aria-selected={tab.key === chosen}
            aria-controls="record-part"
            tabIndex={tab.key === chosen ? 0 : -1}
            onClick={() => onChoose(tab.key)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
            {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          {/* Keeps its room when it has nothing, or the tabs would move when it comes. */}
          <button
            type="button"
            aria-label={t('moreParts')}
            className={`${classes.others} ${inMenu.length === 0 ? classes.away : ''}`}
          >
            <span className={classes.othersText}>{t('moreParts')}</span>
            <IconChevronDown size={14} stroke={1.7} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={400} className={classes.menu ?? ''}>
          {inMenu.map(({ key, label, count }) => (
            <Menu.Item
              key={key}
              rightSection={<span className={classes.count}>{count}</span>}
              onClick={() => onChoose(key)}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {children}
    </div>
  );
}
