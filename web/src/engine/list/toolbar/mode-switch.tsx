import { IconChartBar, IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import type { Mode } from '../list-params.ts';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

export const modes = [
  ['table', IconTable],
  ['board', IconLayoutKanban],
  ['chart', IconChartBar],
] as const;

export function ModeSwitch({ mode, onChange }: { mode: Mode; onChange(mode: Mode): void }) {
  const t = useWords(toolbarWords);
  return (
    <div role="group" aria-label={t('mode')} className={classes.modes}>
      {modes.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          className={classes.mode}
          aria-pressed={mode === name}
          aria-label={t(name)}
          title={t(name)}
          onClick={() => onChange(name)}
        >
          <Icon size={16} stroke={1.7} />
        </button>
      ))}
    </div>
  );
}
