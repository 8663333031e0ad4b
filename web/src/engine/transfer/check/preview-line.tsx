import { memo } from 'react';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import type { PlannedColumn, PreviewRow, RowProblem } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import classes from './row-table.module.css';

interface Props {
  row: PreviewRow;
  columns: readonly PlannedColumn[];
}

/** One row of the file and what becomes of it. */
export const PreviewLine = memo(function PreviewLine({ row, columns }: Props) {
  const t = useWords(transferWords);
  const { tone, words, count } = outcomeOf(row, columns);
  const names = new Set(columns.map(({ name }) => name));
  const whole = row.problems.filter(({ column }) => column === null || !names.has(column));
  return (
    <tr>
      <td className={classes.number}>{row.row}</td>
      <td className={classes.outcome} data-tone={tone}>
        <span className={classes.status}>
          <StatusGlyph tone={tone} />
          {t(words, { count })}
        </span>
        {whole.map(({ message, column }) => (
          <span key={`${column} ${message}`} className={classes.note} data-tone={tone}>
            {column === null ? message : `${column}: ${message}`}
          </span>
        ))}
      </td>
      {columns.map(({ index, name }) => {
        const cell = row.cells[index];
        const problems = row.problems.filter(({ column }) => column === name);
        return (
          <td key={index} data-tone={toneOf(problems)}>
            <Cell text={cell?.text ?? ''} becomes={cell?.becomes ?? null} problems={problems} />
          </td>
        );
      })}
    </tr>
  );
});

interface CellProps {
  text: string;
  becomes: string | null;
  problems: readonly RowProblem[];
}

function Cell({ text, becomes, problems }: CellProps) {
  const t = useWords(transferWords);
  const isEmpty = text.trim() === '';
  return (
    <>
      {becomes !== null && <s className={classes.old}>{text}</s>}
      {isEmpty ? (
        <span className={classes.empty}>{problems.length > 0 ? t('emptyCell') : '—'}</span>
      ) : (
        <span className={becomes === null ? classes.kept : classes.new} title={becomes ?? text}>
          {becomes === '' ? '—' : (becomes ?? text)}
        </span>
      )}
      {problems.map(({ message, rejects }) => (
        <span key={message} className={classes.note} data-tone={rejects ? 'bad' : 'warn'}>
          {message}
        </span>
      ))}
    </>
  );
}

const toneOf = (problems: readonly RowProblem[]): 'bad' | 'warn' | undefined => {
  if (problems.some(({ rejects }) => rejects)) return 'bad';
  return problems.length > 0 ? 'warn' : undefined;
};

function outcomeOf(row: PreviewRow, columns: readonly PlannedColumn[]) {
  const count = columns.filter(({ index }) => (row.cells[index]?.becomes ?? null) !== null).length;
  const tone = toneOf(row.problems);
  if (tone === 'bad') return { tone, words: 'willRefuse', count } as const;
  if (tone === 'warn') return { tone, words: 'willWarn', count } as const;
  if (count > 0) return { tone: 'info', words: 'willTakeFixed', count } as const;
  return { tone: 'ok', words: 'willTake', count } as const;
}
