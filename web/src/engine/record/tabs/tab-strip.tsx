import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import type { Tab } from '../use-tab.ts';
import type { ShownTab } from './tab-list.ts';
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

/** Parts of the record; arrows walk them. */
export function TabStrip({ shown, waiting, chosen, onChoose, children }: Props) {
  const t = useWords(recordWords);
  const { title } = useOnPage();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    const at = shown.findIndex(({ key }) => key === chosen) + step;
    const next = shown[(at + shown.length) % shown.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div className={classes.bar}>
      <div ref={strip} role="tablist" aria-label={t('parts', { title })} className={classes.strip}>
        {shown.map(({ key, label, count }) => (
          <button
            key={key}
            id={`tab-${key}`}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={key === chosen}
            aria-controls="record-part"
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
            onKeyDown={onKeyDown}
          >
            {label}
            {count !== undefined && <span className={classes.count}>{count}</span>}
          </button>
        ))}
      </div>
      {waiting.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className={classes.others}>
              {t('moreParts')}
              <IconChevronDown size={14} stroke={1.7} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={400} className={classes.menu ?? ''}>
            {waiting.map(({ key, label, count }) => (
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
      )}
      {children}
    </div>
  );
}
