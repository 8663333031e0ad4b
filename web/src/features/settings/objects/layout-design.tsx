import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useObject } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useRoles } from '../people/people-queries.ts';
import { SaveBar } from '../save-bar.tsx';
import { useTell } from '../use-tell.ts';
import { FieldOrder } from './field-order.tsx';
import {
  layoutsQuery,
  useObjectChange,
  type LayoutDefinition,
  type ObjectSetting,
} from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

const everyone = 'everyone';
const parts = ['facts', 'quickCreate', 'hidden', 'required'] as const;
const words = {
  facts: 'facts',
  quickCreate: 'quickCreate',
  hidden: 'hidden',
  required: 'requiredHere',
} as const;

/** What a role sees first on a page and is asked first in a form. */
export function LayoutDesign({ object }: { object: ObjectSetting }) {
  const shown = useObject({ key: object.key });
  const [role, setRole] = useState(everyone);
  return shown ? (
    <OfRole key={role} object={shown} list={object.list} role={role} onRole={setRole} />
  ) : null;
}

interface Props {
  object: ScreenObject;
  /** Columns of the list, which are the same for every role. */
  list: readonly string[];
  role: string;
  onRole(role: string): void;
}

function OfRole({ object, list, role, onRole }: Props) {
  const t = useWords(objectsWords);
  const tell = useTell();
  const roles = useRoles();
  const { data: layouts } = useQuery(layoutsQuery(object.key));
  const [draft, setDraft] = useState<LayoutDefinition & { list?: string[] }>({});
  const change = useObjectChange(() => {
    setDraft({});
    notify({ tone: 'ok', text: t('saved') });
  });
  const said = layouts?.items.find((each) => each.role === role)?.definition;
  const common = layouts?.items.find((each) => each.role === everyone)?.definition;
  const valueOf = (part: (typeof parts)[number]): readonly string[] =>
    draft[part] ?? said?.[part] ?? common?.[part] ?? layouts?.derived[part] ?? [];
  const { list: columns, ...layout } = draft;
  const save = () => {
    if (columns)
      change.mutate(
        { method: 'PATCH', path: `/${object.key}`, body: { list: columns } },
        { onError: tell },
      );
    if (Object.keys(layout).length > 0)
      change.mutate(
        { method: 'PUT', path: `/${object.key}/layouts/${role}`, body: { ...said, ...layout } },
        { onError: tell },
      );
  };
  return (
    <>
      <div className={classes.roleRow}>
        <Select
          label={t('role')}
          data={[
            { value: everyone, label: t('everyone') },
            ...(roles ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={role}
          allowDeselect={false}
          onChange={(value) => onRole(value ?? everyone)}
        />
        {said ? (
          <Button
            variant="subtle"
            color="gray"
            onClick={() =>
              change.mutate(
                { method: 'DELETE', path: `/${object.key}/layouts/${role}` },
                { onError: tell },
              )
            }
          >
            {t('resetLayout')}
          </Button>
        ) : (
          <span className={classes.meta}>{t('derived')}</span>
        )}
      </div>
      <div className={classes.orders}>
        {parts.map((part) => (
          <FieldOrder
            key={part}
            title={t(words[part])}
            object={object}
            value={valueOf(part)}
            onChange={(next) => setDraft((before) => ({ ...before, [part]: next }))}
          />
        ))}
        {role === everyone && (
          <FieldOrder
            title={t('list')}
            object={object}
            value={columns ?? list}
            onChange={(next) => setDraft((before) => ({ ...before, list: next }))}
          />
        )}
      </div>
      {Object.keys(draft).length > 0 && (
        <SaveBar
          title={t('layout')}
          discard={{ label: t('cancel'), run: () => setDraft({}) }}
          save={{ label: t('save'), run: save, busy: change.isPending }}
        />
      )}
    </>
  );
}
