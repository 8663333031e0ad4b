import { NativeSelect } from '@mantine/core';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { rolesWords } from './roles.words.ts';
import { fieldRightOf, withField, type FieldRight, type RoleRights } from './rights.ts';
import classes from './field-rights.module.css';

interface Props {
  object: ScreenObject;
  rights: RoleRights;
  onChange: (rights: RoleRights) => void;
}

const choices = { write: 'write', read: 'readOnly', hidden: 'hidden' } as const;

export function FieldRightsTable({ object, rights, onChange }: Props) {
  const t = useWords(rolesWords);
  const label = useLabel();
  // What every record carries and the declaration's own rules set is not a role's to change.
  const fields = object.fields.filter((field) => !field.system);
  return (
    <ul className={classes.fields}>
      {fields.map((field) => {
        const right = fieldRightOf(rights, object.key, field.key);
        return (
          <li key={field.key} className={classes.field}>
            <span className={classes.name}>{label(field.label)}</span>
            <NativeSelect
              className={right === 'write' ? '' : (classes.set ?? '')}
              aria-label={t('fieldRight', { field: label(field.label) })}
              value={right}
              data={Object.entries(choices).map(([value, word]) => ({ value, label: t(word) }))}
              onChange={(event) =>
                onChange(
                  withField(rights, object.key, field.key, rightFrom(event.currentTarget.value)),
                )
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

const rightFrom = (value: string): FieldRight =>
  value === 'hidden' || value === 'read' ? value : 'write';
