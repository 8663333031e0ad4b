import type { MultiSelectField } from '#shared/fields/multiSelect.ts';
import { Tag, TagList } from '#web/ui/tag.tsx';
import { useLabel } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import { optionOf } from './option.tsx';
import { asTexts } from './read-value.ts';

export const multiSelect: FieldView<MultiSelectField> = {
  width: 200,
  groupable: true,
  several: true,
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
  toText: (value, field, language) =>
    asTexts(value)
      .map((each) => optionOf(field, each)?.label[language] ?? each)
      .join(', '),
};
