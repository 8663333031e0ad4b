import { SegmentedControl, Select } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { pathText } from '../filter/filter-words.ts';
import { inSentence } from '../list/in-sentence.ts';
import { useModel } from '../model.ts';
import { buckets } from '../list/groups.ts';
import type { ChartChoice } from '../list/list-params.ts';
import { measuresOf, waysOf } from './chart-choice.ts';
import { asDimension, dimensionsOf, isInSeveral, pathOf } from './dimensions.ts';
import classes from './chart.module.css';
import { chartWords } from './chart.words.ts';

const kinds = ['bar', 'line', 'pie', 'funnel'] as const;

interface Props {
  object: ScreenObject;
  choice: ChartChoice;
  onChange(choice: ChartChoice): void;
}

/** What is drawn: kind, by what, split by what, and what is measured. */
export function ChartTools({ object, choice, onChange }: Props) {
  const t = useWords(chartWords);
  const label = useLabel();
  const [first, second] = choice.groupBy;
  const model = useModel();
  const { language } = useLanguage();
  const paths = useMemo(() => dimensionsOf(object, model), [object, model]);
  const dimensions = paths.map((path) => ({ value: path.path, label: pathText(path, language) }));
  const measures = [
    { value: 'count', label: t('count') },
    ...measuresOf(object).flatMap((field) =>
      waysOf(field).map((fn) => ({
        value: `${fn} ${field.key}`,
        label: t(fn, { name: inSentence(label(field.label)) }),
      })),
    ),
  ];
  const dimension = (key: string | null) => {
    const path = paths.find((each) => each.path === key);
    return path ? [asDimension(path)] : [];
  };
  const canSplit = choice.kind === 'bar' || choice.kind === 'line';
  const firstPath = pathOf(first, object, model);
  const isListFirst = firstPath !== undefined && isInSeveral(firstPath);
  return (
    <div className={classes.tools}>
      <SegmentedControl
        aria-label={t('kind')}
        value={choice.kind}
        data={kinds.map((value) => ({ value, label: t(value) }))}
        onChange={(value) =>
          onChange({ ...choice, kind: kinds.find((each) => each === value) ?? 'bar' })
        }
      />
      <Choice name={t('by')}>
        <Select
          aria-label={t('by')}
          data={dimensions}
          value={first?.field ?? null}
          searchable
          nothingFoundMessage={t('nothingFound')}
          allowDeselect={false}
          onChange={(key) =>
            onChange({ ...choice, groupBy: [...dimension(key), ...(second ? [second] : [])] })
          }
        />
      </Choice>
      {first?.bucket !== undefined && (
        <Choice name={t('each')}>
          <Select
            aria-label={t('each')}
            data={buckets.map((value) => ({ value, label: t(value) }))}
            value={first.bucket}
            allowDeselect={false}
            onChange={(value) => {
              const bucket = buckets.find((each) => each === value) ?? 'month';
              onChange({ ...choice, groupBy: [{ ...first, bucket }, ...(second ? [second] : [])] });
            }}
          />
        </Choice>
      )}
      {canSplit && !isListFirst && (
        <Choice name={t('split')}>
          <Select
            aria-label={t('split')}
            placeholder={t('noSplit')}
            data={dimensions.filter(({ value }) => value !== first?.field)}
            value={second?.field ?? null}
            searchable
            nothingFoundMessage={t('nothingFound')}
            clearable
            onChange={(key) =>
              onChange({ ...choice, groupBy: [...(first ? [first] : []), ...dimension(key)] })
            }
          />
        </Choice>
      )}
      <Choice name={t('measure')}>
        <Select
          aria-label={t('measure')}
          data={measures}
          searchable
          nothingFoundMessage={t('nothingFound')}
          value={
            choice.measure.field === undefined
              ? 'count'
              : `${choice.measure.fn} ${choice.measure.field}`
          }
          allowDeselect={false}
          onChange={(value) => {
            const [fn = 'count', field] = (value ?? 'count').split(' ');
            const known = (['sum', 'avg'] as const).find((each) => each === fn);
            onChange({
              ...choice,
              measure: known && field !== undefined ? { fn: known, field } : { fn: 'count' },
            });
          }}
        />
      </Choice>
    </div>
  );
}

/** A box with its name before it, on phones above it; the box itself tells screen readers. */
function Choice({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.choice}>
      <span aria-hidden>{name}</span>
      {children}
    </div>
  );
}
