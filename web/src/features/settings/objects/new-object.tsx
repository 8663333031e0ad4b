import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { isProblem } from '#web/api/problem.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { fieldError, useProblemText } from '../use-tell.ts';
import { NameBoxes } from './name-boxes.tsx';
import { NameDetails } from './name-details.tsx';
import type { ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import { ReachChoice } from './reach-choice.tsx';
import { useNewObject } from './use-new-object.ts';
import classes from './field-panel.module.css';

interface Props {
  objects: readonly ObjectSetting[];
  onClose(): void;
}

/** A new object: a name is enough, the rest follows from it and can be said otherwise. */
export function NewObject({ objects, onClose }: Props) {
  const t = useWords(objectsWords);
  const textOf = useProblemText();
  const navigate = useNavigate();
  const object = useNewObject(objects, (key) => {
    onClose();
    void navigate({ to: '/settings/$page/$item', params: { page: 'objects', item: key } });
  });
  const { failure } = object;
  return (
    <Dialog title={t('add')} onClose={onClose} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          object.make();
        }}
      >
        {isProblem(failure) && failure.errors.length === 0 && (
          <Note tone="bad">{textOf(failure)}</Note>
        )}
        <NameBoxes
          value={object.name}
          errors={{ vi: fieldError(failure, 'label.vi'), en: fieldError(failure, 'label.en') }}
          onChange={object.setName}
        />
        <ReachChoice
          value={object.reach}
          objects={objects}
          error={fieldError(failure, 'reach.through')}
          onChange={object.setReach}
        />
        <NameDetails
          details={object.details}
          names={object.names}
          errors={object.detailErrors}
          onChange={object.say}
        />
        <DialogFoot onCancel={onClose}>
          <Button type="submit" loading={object.isPending} disabled={!object.isReady}>
            {t('create')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
