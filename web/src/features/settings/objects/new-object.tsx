import { Button, Collapse, Radio, Select, TextInput } from '@mantine/core';
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
import { freeKey, keyFrom, pathFrom } from './names.ts';
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
  const [plural, setPlural] = useState<Partial<Label>>({});
  const [typedKey, setKey] = useState<string | null>(null);
  const [typedPath, setPath] = useState<string | null>(null);
  const [reach, setReach] = useState<(typeof reaches)[number]>('owned');
  const [whole, setWhole] = useState<string | null>(null);
  const [isMore, setMore] = useState(false);
  const make = useObjectChange();
  const names = { vi: vi || en, en: en || vi };
  const taken = new Set(objects.map((each) => each.key));
  const key = typedKey ?? freeKey(en || vi, taken);
  const path = typedPath ?? pathFrom(en || vi);
  const [asked] = useDebouncedValue(`${key} ${path}`, patienceMs);
  const isAsked = asked === `${key} ${path}` && key !== '' && path !== '';
  const { error } = useQuery({ ...namesQuery(key, path), enabled: isAsked });
  const problem = make.error ?? (isAsked ? error : null);
  const told = (name: 'key' | 'path') =>
    isTaken(problem, name) ? t(`${name}Taken`) : fieldError(problem, name);
  const container = objects.find((each) => each.key === whole);
  const submit = () => {
    const through = reach === 'through' && container ? keyFrom(container.key) : undefined;
    make.mutate(
      {
        method: 'POST',
        path: '',
        body: {
          key,
          path,
          label: names,
          pluralLabel: { vi: plural.vi || names.vi, en: plural.en || names.en },
          reach: through === undefined ? reach : { through },
          ...(container &&
            through !== undefined && {
              fields: [
                { key: 'name', kind: 'text', label: nameLabel, required: true, index: true },
                {
                  key: through,
                  kind: 'relation',
                  to: container.key,
                  label: container.label,
                  required: true,
                },
              ],
            }),
        },
      },
      {
        onSuccess: () => {
          onClose();
          void navigate({ to: '/settings/$page/$item', params: { page: 'objects', item: key } });
        },
      },
    );
  };
  // What is folded away would not be seen.
  const isOpen = isMore || told('key') !== undefined || told('path') !== undefined;
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
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.more ?? ''}
          aria-expanded={isOpen}
          onClick={() => setMore(!isMore)}
        >
          {t(isOpen ? 'less' : 'more')}
        </Button>
        <Collapse expanded={isOpen}>
          <div className={classes.form}>
            <div className={classes.pair}>
              <TextInput
                label={t('pluralVi')}
                placeholder={names.vi}
                value={plural.vi ?? ''}
                onChange={(event) => setPlural({ ...plural, vi: event.currentTarget.value })}
              />
              <TextInput
                label={t('pluralEn')}
                placeholder={names.en}
                value={plural.en ?? ''}
                onChange={(event) => setPlural({ ...plural, en: event.currentTarget.value })}
              />
              <TextInput
                label={t('key')}
                description={t('keyHint')}
                value={key}
                onChange={(event) => setKey(event.currentTarget.value)}
                error={told('key')}
              />
              <TextInput
                label={t('path')}
                description={t('pathHint')}
                value={path}
                onChange={(event) => setPath(event.currentTarget.value)}
                error={told('path')}
              />
            </div>
          </div>
        </Collapse>
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
