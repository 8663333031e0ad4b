import { Accordion } from '@mantine/core';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { FieldRightsTable } from './field-rights-table.tsx';
import { rolesWords } from './roles.words.ts';
import type { RoleRights } from './rights.ts';
import type { RightsDraft } from './use-rights-draft.ts';
import classes from './field-rights.module.css';

/** Object by object, which fields a role does not see or may not change. */
export function FieldRights({ role, draft }: { role: Role; draft: RightsDraft }) {
  const t = useWords(rolesWords);
  const label = useLabel();
  const { objects } = useModel();
  const rights = draft.rightsOf(role);
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{t('fields')}</h2>
      <Accordion
        variant="default"
        multiple
        order={3}
        classNames={{ control: classes.control ?? '', content: classes.content ?? '' }}
      >
        {objects.map((object) => (
          <Accordion.Item key={object.key} value={object.key}>
            <Accordion.Control>
              <span className={classes.object}>{label(object.pluralLabel)}</span>{' '}
              <span className={classes.summary}>{summary(rights, object.key, t)}</span>
            </Accordion.Control>
            <Accordion.Panel>
              <FieldRightsTable
                object={object}
                rights={rights}
                onChange={(changed) => draft.change(role, changed)}
              />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}

function summary(
  rights: RoleRights,
  object: string,
  t: (
    key: 'fieldsAll' | 'fieldsSome',
    params?: Readonly<Record<string, string | number>>,
  ) => string,
): string {
  const set = Object.values(rights[object]?.fields ?? {});
  if (set.length === 0) return t('fieldsAll');
  const hidden = set.filter((right) => right === 'hidden').length;
  return t('fieldsSome', { hidden, read: set.length - hidden });
}
