import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { capsOf } from '../show-keys.ts';
import { shellWords } from '../shell.words.ts';
import classes from './palette.module.css';

/** What the keys do here. */
export function PaletteFoot() {
  const t = useWords(shellWords);
  const lines = [
    { keys: 'ArrowUp ArrowDown', word: 'keyChoose' },
    { keys: 'Tab', word: 'keyActions' },
    { keys: 'mod+Enter', word: 'keyTab' },
    { keys: '>', word: 'keyCommands' },
    { keys: '?', word: 'keyAll' },
  ] as const;
  return (
    <div className={classes.foot}>
      {lines.map(({ keys, word }) => (
        <span key={word} className={classes.hint}>
          <Keys caps={capsOf(keys)} />
          {t(word)}
        </span>
      ))}
    </div>
  );
}
