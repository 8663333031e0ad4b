import { Button, Radio, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { Dialog } from '../dialog.tsx';
import { fieldError } from '../use-tell.ts';
import { keyFrom, pathFrom } from './names.ts';
import { useObjectChange } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';

/** A new object: two names are enough, the rest follows from them. */
export function NewObject({ onClose }: { onClose: () => void }) {
  const t = useWords(objectsWords);
  const navigate = useNavigate();
  const [vi, setVi] = useState('');
  const [en, setEn] = useState('');
  const [typedKey, setKey] = useState<string | null>(null);
  const [reach, setReach] = useState('owned');
  const key = typedKey ?? keyFrom(en || vi);
  const make = useObjectChange(() => {
    onClose();
    void navigate({ to: '/settings/$page/$item', params: { page: 'objects', item: key } });
  });
  const label = { vi: vi || en, en: en || vi };
  const problem = make.error;
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const body = { key, path: pathFrom(en || vi), label, pluralLabel: label, reach };
          make.mutate({ method: 'POST', path: '', body });
        }}
      >
        {isProblem(problem) && problem.errors.length === 0 && (
          <Note tone="bad">{problem.message}</Note>
        )}
        <TextInput
          label={t('labelVi')}
          autoFocus
          value={vi}
          onChange={(event) => setVi(event.currentTarget.value)}
          error={fieldError(problem, 'label.vi') ?? fieldError(problem, 'label')}
        />
        <TextInput
          label={t('labelEn')}
          value={en}
          onChange={(event) => setEn(event.currentTarget.value)}
          error={fieldError(problem, 'label.en')}
        />
        <TextInput
          label={t('key')}
          description={t('keyHint')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={fieldError(problem, 'key') ?? fieldError(problem, 'path')}
        />
        <Radio.Group label={t('reach')} value={reach} onChange={setReach}>
          <div className={classes.choices}>
            <Radio value="owned" label={t('owned')} />
            <Radio value="shared" label={t('shared')} />
          </div>
        </Radio.Group>
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={key === ''}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
