import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { fieldInput } from '../../fields/inputs/index.ts';
import { PickedList } from '../../fields/picked-list.tsx';
import { isWhole } from '../complete.ts';
import { filterWords } from '../filter.words.ts';
import { useNamesOf } from '../use-names.ts';
import { namedBy, operandText } from '../value-text.ts';
import { CodeSelect } from './code-select.tsx';
import { OptionChecks } from './option-checks.tsx';
import { SingleOperand, type SingleProps } from './single-operand.tsx';
import classes from './operand.module.css';

/** Several values: ticked among the options, or added one after the other. */
export function ListOperand(props: SingleProps) {
  const { path, value, onChange, label, autoFocus = false } = props;
  const { field, part } = path;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const set = (next: readonly unknown[]) => onChange(next.length > 0 ? next : undefined);
  if (part === 'provinceCode' || part === 'countryCode')
    return <CodeSelect isList of={part} label={label} value={value} onChange={onChange} />;
  if (part === undefined && (field.kind === 'select' || field.kind === 'multiSelect'))
    return (
      <OptionChecks
        field={field}
        label={label}
        chosen={list.map(String)}
        onChange={set}
        autoFocus={autoFocus}
      />
    );
  if (part === undefined && field.kind === 'tags') {
    const { Edit } = fieldInput(field);
    const box = { ...field, required: false };
    return (
      <Edit
        field={box}
        aria-label={label}
        value={list}
        autoFocus={autoFocus}
        onChange={(next) => set(Array.isArray(next) ? next : [])}
      />
    );
  }
  return <Collected {...props} list={list} set={set} />;
}

/** Values gathered one by one; what is chosen from a list is taken at once, what is typed with Enter. */
function Collected({
  list,
  set,
  ...props
}: SingleProps & { list: readonly unknown[]; set(next: readonly unknown[]): void }) {
  const { path } = props;
  const t = useWords(filterWords);
  const { language, timeZone } = useLanguage();
  const [typed, setTyped] = useState<unknown>(undefined);
  const [round, setRound] = useState(0);
  const of = namedBy(path);
  const names = useNamesOf(of, list.map(String));
  const speaker = { language, timeZone, names };
  const add = (next: unknown) => {
    if (!isWhole(path, 'in', [next]) && !isWhole(path, props.op, [next])) return;
    if (!list.includes(next)) set([...list, next]);
    setTyped(undefined);
    setRound(round + 1);
  };
  return (
    <div
      role="presentation"
      className={classes.stack}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || of !== undefined || typed === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        add(typed);
      }}
    >
      <PickedList
        items={list.map((each) => ({
          id: JSON.stringify(each),
          title: operandText(path, each, speaker),
        }))}
        onRemove={(id) => set(list.filter((each) => JSON.stringify(each) !== id))}
      />
      <div className={classes.range}>
        <div className={classes.grow}>
          <SingleOperand
            {...props}
            key={round}
            path={single(path)}
            value={typed}
            autoFocus={round > 0 || props.autoFocus === true}
            onChange={of === undefined ? setTyped : add}
          />
        </div>
        {of === undefined && (
          <Button variant="default" disabled={typed === undefined} onClick={() => add(typed)}>
            {t('add')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** One of a list of records or people is chosen as a single one is. */
function single(path: SingleProps['path']): SingleProps['path'] {
  const { field } = path;
  if (field.kind === 'relations')
    return { ...path, field: { ...field, kind: 'relation' } satisfies ScreenField };
  if (field.kind === 'members')
    return { ...path, field: { ...field, kind: 'member' } satisfies ScreenField };
  return path;
}
