import { useEffect, useRef } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage } from '#web/words/language.tsx';
import { FieldOwner } from '../fields/field-owner.tsx';
import { adaptValue } from './adapt-value.ts';
import { pathText } from './filter-words.ts';
import { OperandInput } from './operand/operand-input.tsx';
import { OperatorSelect } from './operator-select.tsx';
import { useModel } from '../model.ts';
import { findPath } from './paths.ts';
import type { Line } from './tree/filter-tree.ts';
import classes from './filter.module.css';

interface Props {
  object: ScreenObject;
  line: Line;
  onChange(line: Line): void;
}

/** One condition: its field above, how it compares, with what. */
export function LineEditor({ object, line, onChange }: Props) {
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
          onChange={(op) => onChange({ ...line, op, value: adaptValue(path, op, line.value) })}
        />
        <div ref={box}>
          <OperandInput
            key={line.op}
            path={path}
            line={line}
            autoFocus
            onChange={(value) => onChange({ ...line, value })}
          />
        </div>
      </div>
    </FieldOwner>
  );
}
