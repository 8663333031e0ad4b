import { useId } from 'react';
import { useWords } from '#web/words/language.tsx';
import { filterWords } from '../filter.words.ts';
import { isPresence, takesList } from '../kind-operators.ts';
import type { FieldPath } from '../paths.ts';
import type { Line } from '../tree/filter-tree.ts';
import { edgeFor } from '../day-edge.ts';
import { ListOperand } from './list-operand.tsx';
import { SingleOperand } from './single-operand.tsx';
import { WordOrValue } from './word-or-value.tsx';
import classes from './operand.module.css';

interface Props {
  path: FieldPath;
  line: Pick<Line, 'op' | 'value'>;
  onChange(value: unknown): void;
  autoFocus?: boolean;
}

/** What a condition compares with: nothing, one value, two or several. */
export function OperandInput({ path, line: { op, value }, onChange, autoFocus = false }: Props) {
  const t = useWords(filterWords);
  const id = useId();
  if (isPresence(op)) return null;
  if (op === 'between') {
    const [from, to] = Array.isArray(value) ? value : [];
    return (
      <div className={classes.range}>
        <SingleOperand
          path={path}
          op={op}
          edge="first"
          label={t('from')}
          value={from}
          autoFocus={autoFocus}
          onChange={(next) => onChange([next, to])}
        />
        <span className={classes.dash} aria-hidden>
          –
        </span>
        <SingleOperand
          path={path}
          op={op}
          edge="last"
          label={t('to')}
          value={to}
          onChange={(next) => onChange([from, next])}
        />
      </div>
    );
  }
  const props = { path, op, value, onChange, autoFocus, label: t('value') };
  return takesList(op) ? (
    <ListOperand {...props} key={`${id}list`} />
  ) : (
    <WordOrValue {...props} edge={edgeFor(op)} />
  );
}
