import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import type { MultiSelectField } from '#shared/fields/multiSelect.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { choicesOf, keepEnter } from '../choices.ts';
import type { FieldInput } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { inputProps } from '../input-props.ts';
import { asTexts, orNull } from '../read-value.ts';

export const multiSelect: FieldInput<MultiSelectField> = {
  Edit: function Edit(props) {
    const label = useLabel();
    const t = useWords(fieldWords);
    const value = asTexts(props.value);
    const [typed, setTyped] = useState('');
    return (
      <MultiSelect
        {...inputProps(props)}
        data={choicesOf(props.field, value, label)}
        value={value}
        onChange={(next) => props.onChange(orNull(next))}
        searchable
        openOnFocus={props.inline === true}
        searchValue={typed}
        onSearchChange={setTyped}
        // One that was not looked for is not the next one.
        selectFirstOptionOnChange={typed !== ''}
        onKeyDown={keepEnter}
        hidePickedOptions
        nothingFoundMessage={t('nothingFound')}
      />
    );
  },
};
