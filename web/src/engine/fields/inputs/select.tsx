import { Select } from '@mantine/core';
import type { SelectField } from '#shared/fields/select.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { choicesOf, filterFolded, keepEnter } from '../choices.ts';
import type { FieldInput } from '../field-input.ts';
import { fieldWords } from '../fields.words.ts';
import { inputProps } from '../input-props.ts';
import { Option } from '../option.tsx';
import { asText } from '../read-value.ts';

export const select: FieldInput<SelectField> = {
  Edit: function Edit(props) {
    const label = useLabel();
    const t = useWords(fieldWords);
    const value = asText(props.value);
    return (
      <Select
        {...inputProps(props)}
        data={choicesOf(props.field, [value], label)}
        value={value === '' ? null : value}
        onChange={props.onChange}
        allowDeselect={false}
        openOnFocus={false}
        defaultDropdownOpened={props.inline === true}
        searchable={props.field.options.length > 8}
        clearable={props.field.required !== true}
        filter={filterFolded}
        selectFirstOptionOnChange
        onKeyDown={keepEnter}
        nothingFoundMessage={t('nothingFound')}
        renderOption={({ option }) => <Option field={props.field} value={option.value} />}
      />
    );
  },
};
