import { Rating } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { RatingField } from '#shared/fields/rating.ts';
import { useWords } from '#web/words/language.tsx';
import type { FieldInput } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { groupProps } from '../input-props.ts';
import { mostStars } from '../rating.tsx';

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

/** How many stars a key means: a digit says it, arrows add and take away, Delete takes all. */
function starsOf(key: string, now: number, max: number): number | undefined {
  if (key === 'Delete' || key === 'Backspace') return 0;
  const said = /^\d$/.test(key) ? Number(key) : now + (steps[key] ?? Number.NaN);
  return said >= 0 && said <= max ? said : undefined;
}

export const rating: FieldInput<RatingField> = {
  atOnce: true,
  Edit: function Edit(props) {
    const { value, field, onChange, disabled = false, autoFocus = false, inline = false } = props;
    const t = useWords(fieldWords);
    const box = useRef<HTMLDivElement>(null);
    const max = field.max ?? mostStars;
    const now = typeof value === 'number' ? value : 0;
    useEffect(() => {
      if (autoFocus) box.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
    }, [autoFocus]);
    const press = (event: KeyboardEvent) => {
      // Over a value the first change saves: arrows only show what Enter would take.
      const stars = inline && event.key in steps ? undefined : starsOf(event.key, now, max);
      if (event.key === 'Enter' || stars !== undefined) event.preventDefault();
      if (stars !== undefined && !disabled) onChange(stars === 0 ? null : stars);
    };
    return (
      <Rating
        ref={box}
        role="radiogroup"
        {...groupProps(props)}
        onKeyDown={press}
        count={max}
        color="yellow"
        readOnly={disabled}
        getSymbolLabel={(count) => t('stars', { count, max })}
        value={now}
        // The stars that are there already, or the place before the first: none.
        onChange={(next) => onChange(next === value || next === 0 ? null : next)}
      />
    );
  },
};
