import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { recordQuery } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { PanelBody } from '#web/ui/side-panel.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { titleOf } from '../records/title.ts';
import { formWords } from './form.words.ts';
import { closeForm, openForm, type OpenedForm } from './open-form.ts';
import { RecordForm } from './record-form.tsx';

interface Props {
  object: ScreenObject;
  form: OpenedForm;
  draftName: string;
  isGone: boolean;
  onTyped(isTyped: boolean): void;
  onClose(): void;
}

/** The record to change, once it is there, and what happens when it was saved. */
export function FormBody({ object, form, ...rest }: Props) {
  const t = useWords(formWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { recordId, values } = form;
  const { data: record, error } = useQuery({
    ...recordQuery(object.path, recordId ?? ''),
    enabled: recordId !== undefined,
  });
  const open = ({ id }: RecordData) =>
    void navigate({ to: '/$objects/$id', params: { objects: object.path, id } });
  const onSaved = (saved: RecordData, another: boolean) => {
    closeForm(form.id);
    form.onDone?.(saved);
    const isOffered = !form.onDone && recordId === undefined;
    notify({
      tone: 'ok',
      text: t(recordId === undefined ? 'created' : 'changed', {
        title: titleOf(object, saved, language),
      }),
      ...(isOffered && { action: { label: t('open'), run: () => open(saved) } }),
    });
    if (another) openForm({ object: object.key, ...(values && { values }) });
  };
  if (error && !record)
    return (
      <PanelBody>
        <Note tone="bad">
          {isProblem(error, 'offline')
            ? t('notLoaded')
            : isProblem(error)
              ? error.message
              : t('gone')}
        </Note>
      </PanelBody>
    );
  if (recordId !== undefined && !record)
    return (
      <PanelBody>
        {[1, 2, 3, 4].map((each) => (
          <Skeleton key={each} height={32} />
        ))}
      </PanelBody>
    );
  return <RecordForm object={object} record={record} values={values} onSaved={onSaved} {...rest} />;
}
