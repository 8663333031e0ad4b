import { Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FieldOwner } from '../fields/field-owner.tsx';
import { adaptValue } from './adapt-value.ts';
import { pathText } from './filter-words.ts';
import { OperandInput } from './operand/operand-input.tsx';
import { OperatorSelect } from './operator-select.tsx';
import { useModel } from '../model.ts';
import { filterWords } from './filter.words.ts';
import { findPath } from './paths.ts';
import type { Line } from './tree/filter-tree.ts';
import { mayHaveEmpty, type WithEmpty } from './tree/with-empty.ts';
import classes from './filter.module.css';

interface Props {
  object: ScreenObject;
  line: Line;
  /** Records without a value are found too. */
  hasEmpty: boolean;
  onChange(next: WithEmpty): void;
}

/** One condition: its field above, how it compares, with what. */
export function LineEditor({ object, line, hasEmpty, onChange }: Props) {
  const t = useWords(filterWords);
  const { language } = useLanguage();
  const path = findPath(line.field, object, useModel());
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not every box takes the focus by itself, and the one of the finder is gone.
    if (box.current && !box.current.contains(document.activeElement))
      [...box.current.querySelectorAll<HTMLElement>('input, select, button')].at(0)?.focus();
  }, []);
  if (!path) return null;
  return (
    <FieldOwner object={path.owner.key}>
      <div className={classes.editor}>
        <h3 className={classes.title}>{pathText(path, language)}</h3>
        <OperatorSelect
          path={path}
          op={line.op}
          onChange={(op) => {
            const next = { ...line, op, value: adaptValue(path, op, line.value) };
            onChange({ line: next, hasEmpty: hasEmpty && mayHaveEmpty(path.field.kind, next) });
          }}
        />
        <div ref={box}>
          <OperandInput
            key={line.op}
            path={path}
            line={line}
            autoFocus
            onChange={(value) => onChange({ line: { ...line, value }, hasEmpty })}
          />
        </div>
        {mayHaveEmpty(path.field.kind, line) && (
          <Checkbox
            size="xs"
            label={t('andEmpty')}
            checked={hasEmpty}
            onChange={(event) => onChange({ line, hasEmpty: event.currentTarget.checked })}
          />
        )}
      </div>
    </FieldOwner>
  );
}
