import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import { moveKey } from './places.ts';
import { DropEnd, Sortable, SortLine } from './sortable.tsx';
import classes from './order-list.module.css';

export interface Choice {
  key: string;
  label: string;
}

interface Props {
  title: string;
  text?: string;
  /** Everything that may stand in it. */
  choices: readonly Choice[];
  value: readonly string[];
  onChange(value: readonly string[]): void;
  /** Those that have to stay. */
  fixed?: readonly string[];
}

/** Some of many in an order: dragged or moved by keys, taken out, added from the rest. */
export function OrderList({ title, text, choices, value, onChange, fixed = [] }: Props) {
  const t = useWords(objectsWords);
  const id = useId();
  const byKey = new Map(choices.map((each) => [each.key, each]));
  const shown = value.flatMap((key) => byKey.get(key) ?? []);
  const rest = choices.filter(({ key }) => !value.includes(key));
  return (
    <section className={classes.list} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {title}
      </h3>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      <Sortable
        onDrop={(key, onto) =>
          onChange(moveKey(value, key, onto === 'end' ? value.length : value.indexOf(onto)))
        }
      >
        <ol className={classes.lines}>
          {shown.map(({ key, label }) => (
            <SortLine
              key={key}
              id={key}
              name={label}
              onStep={(step) =>
                onChange(moveKey(value, key, Math.max(0, value.indexOf(key) + step)))
              }
            >
              <span className={classes.name}>{label}</span>
              {!fixed.includes(key) && (
                <ActionIcon
                  aria-label={t('takeOut', { name: label })}
                  onClick={() => onChange(value.filter((each) => each !== key))}
                >
                  <IconX size={14} stroke={1.7} />
                </ActionIcon>
              )}
            </SortLine>
          ))}
        </ol>
        <DropEnd id="end">
          {shown.length === 0 && <p className={classes.text}>{t('none')}</p>}
        </DropEnd>
      </Sortable>
      {rest.length > 0 && (
        <Select
          aria-label={`${title}: ${t('putIn')}`}
          placeholder={t('putIn')}
          searchable
          value={null}
          data={rest.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => {
            if (key !== null) onChange([...value, key]);
          }}
        />
      )}
    </section>
  );
}
