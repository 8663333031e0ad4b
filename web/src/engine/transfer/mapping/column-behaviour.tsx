import { ActionIcon, Popover, Radio, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import type { ColumnChoice, OnMissing, OnProblem, PlannedColumn } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import { isLink, type Target } from './targets.ts';

interface Props {
  column: PlannedColumn;
  choice: ColumnChoice;
  target: Target;
  onChange: (column: PlannedColumn, change: Partial<ColumnChoice>) => void;
}

/** What becomes of a row whose cell in this column is wrong. */
export function ColumnBehaviour({ column, choice, target, onChange }: Props) {
  const t = useWords(transferWords);
  const link = isLink(target);
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size="lg" aria-label={t('behaviour', { column: column.name })}>
          <IconAdjustmentsHorizontal size={16} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="lg">
          {link ? (
            <Radio.Group
              label={t('onMissing')}
              value={choice.onMissing ?? 'refuse'}
              onChange={(value) => {
                const found = missing.find((each) => each.value === value);
                if (found) onChange(column, { onMissing: found.value });
              }}
            >
              <Stack gap="sm" mt="sm">
                {missing
                  .filter(({ value }) => value !== 'create' || target.field.kind === 'relation')
                  .map(({ value, words }) => (
                    <Radio key={value} value={value} label={t(words)} />
                  ))}
              </Stack>
            </Radio.Group>
          ) : (
            <Radio.Group
              label={t('onProblem')}
              value={choice.onProblem ?? 'refuse'}
              onChange={(value) => {
                const found = wrong.find((each) => each.value === value);
                if (found) onChange(column, { onProblem: found.value });
              }}
            >
              <Stack gap="sm" mt="sm">
                {wrong.map(({ value, words }) => (
                  <Radio key={value} value={value} label={t(words)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const missing = [
  { value: 'refuse', words: 'onMissingRefuse' },
  { value: 'empty', words: 'onMissingEmpty' },
  { value: 'create', words: 'onMissingCreate' },
] as const satisfies readonly { value: OnMissing; words: string }[];

const wrong = [
  { value: 'refuse', words: 'onProblemRefuse' },
  { value: 'empty', words: 'onProblemEmpty' },
] as const satisfies readonly { value: OnProblem; words: string }[];
