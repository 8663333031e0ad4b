import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { recordQuery } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { useObject } from '../model.ts';
import { titleOf } from '../records/title.ts';
import { formWords } from './form.words.ts';
import { closeForm, openForm, type OpenedForm } from './open-form.ts';
import { RecordForm } from './record-form.tsx';

/** The side panel of one form. */
export function FormPanel({ form }: { form: OpenedForm }) {
  const t = useWords(formWords);
  const label = useLabel();
  const object = useObject({ key: form.object });
  const close = () => {
    closeForm(form.id);
    form.onClose?.();
  };
  const name = object ? lower(label(object.label)) : '';
  return (
    <Drawer
      opened
      onClose={close}
      size={480}
      title={object && t(form.recordId === undefined ? 'add' : 'change', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {object ? (
        <Body object={object} form={form} onClose={close} />
      ) : (
        <Note tone="warn">{t('gone')}</Note>
      )}
    </Drawer>
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

interface BodyProps {
  object: ScreenObject;
  form: OpenedForm;
  onClose(): void;
}

function Body({ object, form, onClose }: BodyProps) {
  const t = useWords(formWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data: record, error } = useQuery({
    ...recordQuery(object.path, form.recordId ?? ''),
    enabled: form.recordId !== undefined,
  });
  const onSaved = (saved: RecordData, another: boolean) => {
    closeForm(form.id);
    form.onDone?.(saved);
    notify({
      tone: 'ok',
      text: t(record ? 'changed' : 'created', { title: titleOf(object, saved, language) }),
      ...(!form.onDone &&
        !record && {
          action: {
            label: t('open'),
            run: () =>
              void navigate({
                to: '/$objects/$id',
                params: { objects: object.path, id: saved.id },
              }),
          },
        }),
    });
    if (another) openForm({ object: object.key, ...(form.values && { values: form.values }) });
  };
  if (error) return <Note tone="bad">{error.message}</Note>;
  if (form.recordId !== undefined && !record) return null;
  return (
    <RecordForm
      object={object}
      record={record}
      values={form.values}
      onSaved={onSaved}
      onClose={onClose}
    />
  );
}
