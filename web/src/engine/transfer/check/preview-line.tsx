import { memo } from 'react';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { fieldView } from '#web/engine/fields/index.ts';
import type { PlannedColumn, PreviewCell, PreviewRow, RowProblem } from '../imports.ts';
import type { Target } from '../mapping/targets.ts';
import { transferWords } from '../transfer.words.ts';
import classes from './row-table.module.css';

interface Props {
  row: PreviewRow;
  columns: readonly PlannedColumn[];
  targets: ReadonlyMap<string, Target>;
}

/** One row of the file and what becomes of it. */
export const PreviewLine = memo(function PreviewLine({ row, columns, targets }: Props) {
  const t = useWords(transferWords);
  const { language, timeZone } = useLanguage();
  const readOf = (column: PlannedColumn, cell: PreviewCell | undefined): string | null => {
    const field = targets.get(column.target ?? '')?.field;
    if (!cell || cell.becomes === null) return null;
    if (!field || cell.value === null || cell.value === undefined) return cell.becomes;
    const read = fieldView(field).toText(cell.value, field, language, timeZone);
    return read.trim() === cell.text.trim() ? null : read;
  };
  const reads = columns.map((column) => readOf(column, row.cells[column.index]));
  const count = reads.filter((read) => read !== null).length;
  const { tone, words } = outcomeOf(row, count);
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
      {columns.map(({ index, name }, i) => {
        const cell = row.cells[index];
        const problems = row.problems.filter(({ column }) => column === name);
        return (
          <td key={index} data-tone={toneOf(problems)}>
            <Cell text={cell?.text ?? ''} becomes={reads[i] ?? null} problems={problems} />
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

function outcomeOf({ problems }: PreviewRow, count: number) {
  const tone = toneOf(problems);
  if (tone === 'bad') return { tone, words: 'willRefuse' } as const;
  if (tone === 'warn') return { tone, words: 'willWarn' } as const;
  if (count > 0) return { tone: 'info', words: 'willTakeFixed' } as const;
  return { tone: 'ok', words: 'willTake' } as const;
}
