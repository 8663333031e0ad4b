import type { TagsField } from '#shared/fields/tags.ts';
import { Tag, TagList } from '#web/ui/tag.tsx';
import type { FieldView } from './field-view.ts';
import { asTexts } from './read-value.ts';

export const tags: FieldView<TagsField> = {
  width: 200,
  groupable: true,
  several: true,
  Show: ({ value, place }) => {
    const words = asTexts(value);
    return (
      <TagList most={place === 'page' ? words.length : 2}>
        {words.map((word) => (
          <Tag key={word}>{word}</Tag>
        ))}
      </TagList>
    );
  },
  toText: (value) => asTexts(value).join(', '),
};
