import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useReturnFocus } from '#web/ui/use-return-focus.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useMe, useObject } from '../model.ts';
import { draftName, dropDraft } from './draft.ts';
import { FormBody } from './form-body.tsx';
import { formWords } from './form.words.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { closeForm, type OpenedForm } from './open-form.ts';
import classes from './record-form.module.css';

/** The side panel of one form. */
export function FormPanel({ form }: { form: OpenedForm }) {
  useReturnFocus();
  const t = useWords(formWords);
  const label = useLabel();
  const { id: member } = useMe();
  const there = useObject({ key: form.object });
  // One that is taken away while its form is open stays on the screen with what was typed.
  const [known, setKnown] = useState(there);
  if (there && there !== known) setKnown(there);
  const object = there ?? known;
  const [isTyped, setTyped] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const draft = draftName({
    member,
    object: form.object,
    recordId: form.recordId,
    depth: form.depth,
  });
  const leave = () => {
    closeForm(form.id);
    form.onClose?.();
  };
  const close = () => (isTyped ? setAsking(true) : leave());
  const name = object ? lower(label(object.label)) : '';
  return (
    <Drawer
      opened
      onClose={close}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isAsking) return;
        event.preventDefault();
        event.currentTarget.querySelector('form')?.requestSubmit();
      }}
      size={480}
      title={t(form.recordId === undefined ? 'add' : 'change', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.panel ?? '',
        header: classes.head ?? '',
        title: classes.title ?? '',
        body: classes.panelBody ?? '',
      }}
    >
      {object ? (
        <FormBody
          object={object}
          form={form}
          draftName={draft}
          isGone={!there}
          onTyped={setTyped}
          onClose={close}
        />
      ) : (
        t('gone')
      )}
      {isAsking && (
        <LeaveQuestion
          onKeep={leave}
          onStay={() => setAsking(false)}
          onDrop={() => {
            dropDraft(draft);
            leave();
          }}
        />
      )}
    </Drawer>
  );
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);
