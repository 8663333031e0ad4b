import { IconCalendarPlus, IconNote, IconPaperclip, IconPhone } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTab } from '#web/engine/record/use-tab.ts';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import { composerTabs, type ComposerTab } from './draft.ts';
import classes from './composer.module.css';

const icons = { note: IconNote, call: IconPhone, plan: IconCalendarPlus } as const;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

interface Props {
  chosen: ComposerTab;
  onChoose(tab: ComposerTab): void;
}

/** What one wants to write; files have a part of the page of their own. */
export function ComposerTabs({ chosen, onChoose }: Props) {
  const t = useWords(activityWords);
  const [, openPart] = useTab('thread');
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    const at = composerTabs.indexOf(chosen) + step + composerTabs.length;
    const next = composerTabs[at % composerTabs.length] ?? chosen;
    event.preventDefault();
    onChoose(next);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-kind="${next}"]`)?.focus();
  };
  return (
    <div className={classes.tabs}>
      <div role="radiogroup" aria-label={t('kinds')} className={classes.kinds}>
        {composerTabs.map((tab) => {
          const Icon = icons[tab];
          return (
            <button
              key={tab}
              type="button"
              role="radio"
              data-kind={tab}
              aria-checked={tab === chosen}
              tabIndex={tab === chosen ? 0 : -1}
              className={classes.tab}
              onClick={() => onChoose(tab)}
              onKeyDown={onKeyDown}
            >
              <Icon size={16} stroke={1.7} aria-hidden />
              {t(tab)}
            </button>
          );
        })}
      </div>
      <button type="button" className={classes.tab} onClick={() => openPart('files')}>
        <IconPaperclip size={16} stroke={1.7} aria-hidden />
        {t('file')}
      </button>
    </div>
  );
}
