import { useState } from 'react';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { inSentence } from '../list/in-sentence.ts';
import { useMe, useObject } from '../model.ts';
import { draftName, dropDraft } from './draft.ts';
import { FormBody } from './form-body.tsx';
import { formWords } from './form.words.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { closeForm, type OpenedForm } from './open-form.ts';

/** The side panel of one form. */
export function FormPanel({ form }: { form: OpenedForm }) {
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
  const name = object ? inSentence(label(object.label)) : '';
  return (
    <SidePanel
      onClose={close}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isAsking) return;
        event.preventDefault();
        event.currentTarget.querySelector('form')?.requestSubmit();
      }}
      title={t(form.recordId === undefined ? 'add' : 'change', { name })}
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
    </SidePanel>
  );
}
