import { MultiSelect } from '@mantine/core';
import type { MultiSelectField } from '#shared/fields/multiSelect.ts';
import { Tag, TagList } from '#web/ui/tag.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { choicesOf, filterFolded } from './choices.ts';
import type { FieldView } from './field-view.ts';
import { fieldWords } from './fields.words.ts';
import { inputProps } from './input-props.ts';
import { optionOf } from './option.tsx';
import { asTexts } from './read-value.ts';

export const multiSelect: FieldView<MultiSelectField> = {
  width: 200,
  groupable: true,
  Show: function Show({ value, field, place }) {
    const label = useLabel();
    const words = asTexts(value).map((each) => {
      const option = optionOf(field, each);
      return option ? label(option.label) : each;
    });
    return (
      <TagList most={place === 'page' ? words.length : 2}>
        {words.map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </TagList>
    );
  },
  Edit: function Edit(props) {
    const label = useLabel();
    const t = useWords(fieldWords);
    const value = asTexts(props.value);
    return (
      <MultiSelect
        {...inputProps(props)}
        data={choicesOf(props.field, value, label)}
        value={value}
        onChange={(next) => props.onChange(next.length > 0 ? next : null)}
        searchable
        openOnFocus={false}
        defaultDropdownOpened={props.inline === true}
        filter={filterFolded}
        hidePickedOptions
        nothingFoundMessage={t('nothingFound')}
      />
    );
  },
  toText: (value, field, language) =>
    asTexts(value)
      .map((each) => optionOf(field, each)?.label[language] ?? each)
      .join(', '),
};
