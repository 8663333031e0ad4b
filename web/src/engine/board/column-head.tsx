import { formatCompact } from '#shared/locale/format-money.ts';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { optionOf, toneOf } from '../fields/option.tsx';
import { inSentence } from '../list/in-sentence.ts';
import { sumText } from '../list/table/sum-text.ts';
import type { Column } from './board-columns.ts';
import { boardWords } from './board.words.ts';
import { columnText } from './column-name.ts';
import classes from './board.module.css';

interface Props {
  object: ScreenObject;
  field: ScreenField;
  sum: ScreenField | undefined;
  column: Column;
  isOver: boolean;
}

/** A knot of the thread of stages, the name, how many there are and what they come to. */
export function ColumnHead({ object, field, sum, column, isOver }: Props) {
  const t = useWords(boardWords);
  const label = useLabel();
  const { language } = useLanguage();
  const { count, value } = column;
  const tone =
    field.kind === 'select' && typeof value === 'string'
      ? toneOf(field, optionOf(field, value))
      : undefined;
  return (
    <header className={`${classes.head} ${isOver ? classes.headOver : ''}`}>
      <span className={classes.knot}>
        {tone && !isOver ? <StatusGlyph tone={tone} /> : <span className={classes.ring} />}
      </span>
      <h2 className={classes.name}>
        <span className={classes.nameText}>{columnText(field, column, language)}</span>
      </h2>
      <p className={classes.count}>
        {t('countOf', {
          count: formatNumber(String(count), language),
          name: inSentence(label(count === 1 ? object.label : object.pluralLabel)),
        })}
        {sum && column.sum !== undefined && <b>, {shortSum(sum, column.sum, language)}</b>}
      </p>
    </header>
  );
}

const shortSum = (field: ScreenField, value: string, language: 'vi' | 'en'): string =>
  field.kind === 'money' ? formatCompact(value, language) : sumText(field, value, language);
