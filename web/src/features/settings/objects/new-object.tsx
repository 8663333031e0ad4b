import { Button, Radio, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Label } from '#shared/define.ts';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { fieldError, isTaken, useProblemText } from '../use-tell.ts';
import { inBoth } from './complete-field.ts';
import { NameDetails, type Details } from './name-details.tsx';
import { freeKey, keyFrom, pathFrom } from '#web/engine/new-names.ts';
import { namesQuery, useObjectChange, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './field-panel.module.css';

interface Props {
  objects: readonly ObjectSetting[];
  onClose(): void;
}

const reaches = ['owned', 'shared', 'through'] as const;
const patienceMs = 300;

/** A new object: a name is enough, the rest follows from it and can be said otherwise. */
export function NewObject({ objects, onClose }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [vi, setVi] = useState('');
  const [en, setEn] = useState('');
  const [typed, setTyped] = useState<Partial<Details>>({});
  const [reach, setReach] = useState<(typeof reaches)[number]>('owned');
  const [whole, setWhole] = useState<string | null>(null);
  const make = useObjectChange();
  const names = inBoth({ vi, en });
  const taken = new Set(objects.map((each) => each.key));
  const details: Details = {
    key: freeKey(en || vi, taken),
    path: pathFrom(en || vi),
    vi: '',
    en: '',
    ...typed,
  };
  const { key, path } = details;
  const [asked] = useDebouncedValue(`${key} ${path}`, patienceMs);
  const isAsked = asked === `${key} ${path}` && key !== '' && path !== '';
  const { error } = useQuery({ ...namesQuery(key, path), enabled: isAsked });
  const problem = make.error ?? (isAsked ? error : null);
  const told = (name: 'key' | 'path') =>
    isTaken(problem, name) ? t(`${name}Taken`) : fieldError(problem, name);
  const container = objects.find((each) => each.key === whole);
  const submit = () =>
    make.mutate(
      {
        method: 'POST',
        path: '',
        body: {
          key,
          path,
          label: names,
          pluralLabel: inBoth({ vi: details.vi || names.vi, en: details.en || names.en }),
          ...reachOf(reach, container),
        },
      },
      {
        onSuccess: () => {
          onClose();
          void navigate({ to: '/settings/$page/$item', params: { page: 'objects', item: key } });
        },
      },
    );
  return (
    <Dialog title={t('add')} onClose={onClose} size="lg">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {make.error && isProblem(make.error) && make.error.errors.length === 0 && (
          <Note tone="bad">{textOf(make.error)}</Note>
        )}
        <div className={classes.pair}>
          <TextInput
            label={t('labelVi')}
            data-autofocus
            value={vi}
            onChange={(event) => setVi(event.currentTarget.value)}
            error={fieldError(make.error, 'label.vi')}
          />
          <TextInput
            label={t('labelEn')}
            placeholder={vi}
            value={en}
            onChange={(event) => setEn(event.currentTarget.value)}
            error={fieldError(make.error, 'label.en')}
          />
        </div>
        <Radio.Group
          label={t('reach')}
          value={reach}
          onChange={(value) => setReach(reaches.find((each) => each === value) ?? 'owned')}
        >
          <div className={classes.boxes}>
            {reaches.map((each) => (
              <Radio key={each} value={each} label={t(each)} description={t(`${each}Text`)} />
            ))}
          </div>
        </Radio.Group>
        {reach === 'through' && (
          <Select
            label={t('whole')}
            searchable
            data={objects
              .filter(({ archivedAt }) => archivedAt === null)
              .map((each) => ({ value: each.key, label: label(each.label) }))}
            value={whole}
            onChange={setWhole}
            error={fieldError(make.error, 'reach.through')}
          />
        )}
        <NameDetails
          details={details}
          names={names}
          errors={{ key: told('key'), path: told('path') }}
          onChange={(change) => setTyped({ ...typed, ...change })}
        />
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={make.isPending}
            disabled={key === '' || path === '' || (reach === 'through' && !container)}
          >
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The field that stands for a record, where fields are made with the object. */
const nameLabel: Label = { vi: 'Tên', en: 'Name' };

/** A part of another record is reached through a relation to it, which is made with the object. */
function reachOf(reach: string, whole: ObjectSetting | undefined) {
  if (reach !== 'through' || !whole) return { reach };
  const through = keyFrom(whole.key);
  const { key: to, label } = whole;
  return {
    reach: { through },
    fields: [
      { key: 'name', kind: 'text', label: nameLabel, required: true, index: true },
      { key: through, kind: 'relation', to, label, required: true },
    ],
  };
}
