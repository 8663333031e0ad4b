import type { FilesField } from '#shared/fields/files.ts';
import type { FieldView } from './field-view.ts';
import { FileLink } from './file-link.tsx';
import classes from './fields.module.css';
import { asReferences, titlesOf } from './read-value.ts';

const say = (value: unknown): string => titlesOf(asReferences(value));

export const files: FieldView<FilesField> = {
  width: 180,
  block: true,
  several: true,
  followed: true,
  Show: ({ value, place }) =>
    place === 'page' ? (
      <span className={classes.stack}>
        {asReferences(value).map((each) => (
          <FileLink key={each.id} file={each} place={place} />
        ))}
      </span>
    ) : (
      say(value)
    ),
  toInput: (value) => asReferences(value).map(({ id }) => id),
  toText: say,
};
