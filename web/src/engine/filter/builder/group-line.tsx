import { ActionIcon, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FieldOwner } from '../../fields/field-owner.tsx';
import { useModel } from '../../model.ts';
import { adaptValue, startOf } from '../adapt-value.ts';
import { pathText } from '../filter-words.ts';
import { filterWords } from '../filter.words.ts';
import { OperandInput } from '../operand/operand-input.tsx';
import { OperatorSelect } from '../operator-select.tsx';
import { findPath } from '../paths.ts';
import type { Line } from '../tree/filter-tree.ts';
import { PathSelect } from './path-select.tsx';
import classes from './builder.module.css';

interface Props {
  object: ScreenObject;
  line: Line;
  onChange(line: Line): void;
  onRemove(): void;
}

/** One condition of a group, in a row: field, comparison, value. */
export function GroupLine({ object, line, onChange, onRemove }: Props) {
  const t = useWords(filterWords);
  const { language } = useLanguage();
  const path = findPath(line.field, object, useModel());
  return (
    <div className={classes.line}>
      <PathSelect
        object={object}
        path={path}
        autoFocus={line.field === ''}
        onChange={(next) => onChange({ ...line, field: next.path, ...startOf(next) })}
      />
      {path && (
        <FieldOwner object={path.owner.key}>
          <OperatorSelect
            path={path}
            op={line.op}
            onChange={(op) => onChange({ ...line, op, value: adaptValue(path, op, line.value) })}
          />
          <div className={classes.operand}>
            <OperandInput
              key={`${line.field} ${line.op}`}
              path={path}
              line={line}
              onChange={(value) => onChange({ ...line, value })}
            />
          </div>
        </FieldOwner>
      )}
      {line.isNot && (
        <Checkbox
          size="xs"
          label={t('not')}
          checked
          onChange={() => onChange({ ...line, isNot: false })}
        />
      )}
      <ActionIcon
        className={classes.remove ?? ''}
        aria-label={t('takeAway', { name: path ? pathText(path, language) : '' })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}
