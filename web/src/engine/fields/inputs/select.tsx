import { Select } from '@mantine/core';
import { useState } from 'react';
import type { SelectField } from '#shared/fields/select.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { choicesOf, keepEnter } from '../choices.ts';
import type { FieldInput } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { inputProps } from '../input-props.ts';
import { Option } from '../option.tsx';
import { asText } from '../read-value.ts';

/** As many as one sees at once. */
const few = 8;
/** On a phone its keyboard would cover the options. */
const hasKeys = matchMedia('(pointer: fine)');

export const select: FieldInput<SelectField> = {
  atOnce: true,
  Edit: function Edit(props) {
    const label = useLabel();
    const t = useWords(fieldWords);
    const value = asText(props.value);
    const [typed, setTyped] = useState(value);
    const isRequired = props.field.required === true;
    const isTyped = props.field.options.length > few || hasKeys.matches;
    return (
      <Select
        {...inputProps(props)}
        data={choicesOf(props.field, [value], label)}
        value={value === '' ? null : value}
        onChange={props.onChange}
        allowDeselect={false}
        searchable={isTyped}
        // Opened by the focus, the option that is chosen is where arrows begin.
        openOnFocus={props.inline === true}
        defaultDropdownOpened={props.inline === true && !isTyped}
        onFocus={(event) => event.currentTarget.select()}
        clearable={!isRequired}
        onSearchChange={setTyped}
        selectFirstOptionOnChange={typed !== ''}
        onKeyDown={(event) => {
          keepEnter(event);
          if (event.key !== 'Enter' || typed !== '' || value === '' || isRequired) return;
          // Whoever takes away the word takes away the choice.
          event.preventDefault();
          props.onChange(null);
        }}
        nothingFoundMessage={t('nothingFound')}
        renderOption={({ option }) => <Option field={props.field} value={option.value} />}
      />
    );
  },
};
