import type { KeyboardEvent } from 'react';
import { ChooseAll, withChosen } from '#web/ui/choose-all.tsx';
import { useWords } from '#web/words/language.tsx';
import { SheetRow } from './sheet-row.tsx';
import classes from './stalled.module.css';
import type { SheetLine } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';

interface Props {
  lines: readonly SheetLine[];
  chosen: ReadonlySet<string>;
  onChosen(chosen: ReadonlySet<string>): void;
}

/** The customers of a sheet, to be walked by arrows and chosen with the space bar. */
export function SheetTable({ lines, chosen, onChosen }: Props) {
  const t = useWords(stalledWords);
  const free = lines.filter(({ account, outcome }) => account !== null && !outcome.gone);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th className={classes.box}>
            <ChooseAll
              label={t('chooseAll')}
              ids={free.map(({ id }) => id)}
              chosen={chosen}
              onChosen={onChosen}
            />
          </th>
          <th>{t('customer')}</th>
          <th>{t('why')}</th>
          <th className={classes.figure}>{t('idle')}</th>
          <th className={classes.figure}>{t('value')}</th>
          <th>{t('keeper')}</th>
          <th>{t('suggested')}</th>
          <th>{t('outcome')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={walk}>
        {lines.map((line) => (
          <SheetRow
            key={line.id}
            line={line}
            isChosen={chosen.has(line.id)}
            onChoose={(isChosen) => onChosen(withChosen(chosen, line.id, isChosen))}
          />
        ))}
      </tbody>
    </table>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** From box to box of the lines. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const next = boxes[boxes.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
