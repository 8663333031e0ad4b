import { UnstyledButton } from '@mantine/core';
import { IconListDetails, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import type { ProblemCount, RowFilter } from '../imports.ts';
import { codeWord, transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import classes from './problem-nav.module.css';

interface Props {
  rows: number;
  total: number;
  items: readonly ProblemCount[];
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

/** Which rows to look at: all, those with problems, or those of one kind in one column. */
export function ProblemNav({ rows, total, items, filter, onFilter }: Props) {
  const t = useWords(transferWords);
  const isAll = filter.problems !== true && filter.code === undefined;
  const groups = [
    { title: t('refusing'), tone: 'bad', of: items.filter(({ rejects }) => rejects) },
    { title: t('warning'), tone: 'warn', of: items.filter(({ rejects }) => !rejects) },
  ] as const;
  return (
    <nav className={classes.nav} aria-label={t('filterProblems')}>
      <h2 className={classes.head}>{t('result')}</h2>
      <Entry
        icon={<IconListDetails size={16} stroke={1.7} aria-hidden />}
        name={t('needAttention')}
        count={rows}
        isOn={filter.problems === true && filter.code === undefined}
        onClick={() => onFilter({ problems: true })}
      />
      <Entry
        icon={<IconTable size={16} stroke={1.7} aria-hidden />}
        name={t('allRows')}
        count={total}
        isOn={isAll}
        onClick={() => onFilter({})}
      />
      {groups
        .filter(({ of }) => of.length > 0)
        .map(({ title, tone, of }) => (
          <div key={title}>
            <h2 className={classes.head}>{title}</h2>
            {of.map(({ code, column, rows: count, rejects }) => (
              <Entry
                key={`${code} ${column} ${rejects}`}
                icon={<StatusGlyph tone={code === 'duplicate' ? 'plan' : tone} />}
                name={nameOf(code, column)}
                count={count}
                isOn={filter.code === code && filter.column === (column ?? '')}
                onClick={() => onFilter({ problems: true, code, column: column ?? '' })}
              />
            ))}
          </div>
        ))}
    </nav>
  );

  function nameOf(code: string, column: string | null): string {
    const word = codeWord(code);
    const what = word ? t(word) : code;
    return column === null ? what : `${column}: ${what.toLocaleLowerCase()}`;
  }
}

interface EntryProps {
  icon: ReactNode;
  name: string;
  count: number;
  isOn: boolean;
  onClick: () => void;
}

function Entry({ icon, name, count, isOn, onClick }: EntryProps) {
  const figure = useFigure();
  return (
    <UnstyledButton
      className={classes.entry ?? ''}
      onClick={onClick}
      {...(isOn && { 'aria-current': 'true' as const })}
    >
      {icon}
      <span className={classes.name}>{name}</span>
      <span className={classes.count}>{figure(count)}</span>
    </UnstyledButton>
  );
}
