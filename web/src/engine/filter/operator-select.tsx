import { NativeSelect } from '@mantine/core';
import type { Operator } from '#shared/filter.ts';
import { useWords } from '#web/words/language.tsx';
import { filterWords } from './filter.words.ts';
import { operatorWord } from './operator-words.ts';
import type { FieldPath } from './paths.ts';

interface Props {
  path: FieldPath;
  op: Operator;
  onChange(op: Operator): void;
}

export function OperatorSelect({ path, op, onChange }: Props) {
  const t = useWords(filterWords);
  return (
    <NativeSelect
      aria-label={t('operator')}
      value={op}
      onChange={(event) => {
        const next = path.operators.find((each) => each === event.currentTarget.value);
        if (next) onChange(next);
      }}
    >
      {path.operators.map((each) => (
        <option key={each} value={each}>
          {t(operatorWord(path, each))}
        </option>
      ))}
    </NativeSelect>
  );
}
