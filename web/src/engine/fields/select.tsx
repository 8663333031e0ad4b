import { Select } from '@mantine/core';
import type { SelectField } from '#shared/fields/select.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { choicesOf, filterFolded } from './choices.ts';
import type { FieldView } from './field-view.ts';
import { fieldWords } from './fields.words.ts';
import { inputProps } from './input-props.ts';
import { Option, optionOf } from './option.tsx';
import { asText } from './read-value.ts';

export const select: FieldView<SelectField> = {
  width: 140,
  groupable: true,
  Show: ({ value, field }) => {
    const text = asText(value);
    return text === '' ? null : <Option field={field} value={text} />;
  },
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
        nothingFoundMessage={t('nothingFound')}
        renderOption={({ option }) => <Option field={props.field} value={option.value} />}
      />
    );
  },
  toText: (value, field, language) => {
    const text = asText(value);
    return optionOf(field, text)?.label[language] ?? text;
  },
};
