import type { FilesField } from '#shared/fields/files.ts';
import type { FieldView } from './field-view.ts';
import { FileLink } from './file-link.tsx';
import { FilesEdit } from './files-edit.tsx';
import classes from './fields.module.css';
import { asReferences } from './read-value.ts';

const say = (value: unknown) =>
  asReferences(value)
    .map(({ title }) => title)
    .join(', ');

const mostFiles = 50;

export const files: FieldView<FilesField> = {
  width: 180,
  block: true,
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
  Edit: ({ value, onChange, disabled = false }) => (
    <FilesEdit
      items={asReferences(value)}
      most={mostFiles}
      disabled={disabled}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  ),
  toInput: (value) => asReferences(value).map(({ id }) => id),
  toText: say,
};
