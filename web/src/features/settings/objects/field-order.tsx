import { Select } from '@mantine/core';
import type { ScreenObject } from '#web/api/model.ts';
import { ColumnLine } from '#web/engine/list/toolbar/column-line.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

interface Props {
  title: string;
  object: ScreenObject;
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Fields in an order: dragged or moved by buttons, taken out by the box, added from the rest. */
export function FieldOrder({ title, object, value, onChange }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const chosen = value.flatMap((key) => object.field.get(key) ?? []);
  const move = (key: string, to: number) => {
    const rest = value.filter((each) => each !== key);
    onChange([...rest.slice(0, to), key, ...rest.slice(to)]);
  };
  return (
    <section className={classes.order} aria-label={title}>
      <h3 className={classes.orderTitle}>{title}</h3>
      {chosen.length === 0 && <p className={classes.meta}>{t('none')}</p>}
      {chosen.map((field, at) => (
        <ColumnLine
          key={field.key}
          column={{ key: field.key, field }}
          at={at}
          isLast={at === chosen.length - 1}
          isShown
          canHide
          onShow={() => onChange(value.filter((each) => each !== field.key))}
          onMove={move}
        />
      ))}
      <Select
        aria-label={`${title}: ${t('addField')}`}
        placeholder={t('addField')}
        searchable
        value={null}
        data={object.fields
          .filter(({ key }) => !value.includes(key))
          .map(({ key, label: name }) => ({ value: key, label: label(name) }))}
        onChange={(key) => {
          if (key !== null) onChange([...value, key]);
        }}
      />
    </section>
  );
}
