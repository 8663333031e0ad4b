import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SelectOption } from '#shared/fields/options.ts';
import { isProblem } from '#web/api/problem.ts';
import { useModel } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { Panel } from '../dialog.tsx';
import { fieldError } from '../use-tell.ts';
import { kinds, kindWords, type NewKind } from './kinds.words.ts';
import { keyFrom } from './names.ts';
import { useObjectChange, type FieldSetting, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './objects.module.css';
import { OptionList } from './option-list.tsx';

interface Props {
  object: ObjectSetting;
  /** Undefined: a new one. */
  field: FieldSetting | undefined;
  onClose(): void;
}

const chosen: readonly string[] = ['select', 'multiSelect'];
const pointing: readonly string[] = ['relation', 'relations'];

/** A field of an object: of any kind when it is new; afterwards what may change. */
export function FieldDialog({ object, field, onClose }: Props) {
  const t = useWords(objectsWords);
  const k = useWords(kindWords);
  const label = useLabel();
  const { objects } = useModel();
  const [vi, setVi] = useState(field?.label.vi ?? '');
  const [en, setEn] = useState(field?.label.en ?? '');
  const [kind, setKind] = useState<string>(field?.kind ?? 'text');
  const [isRequired, setRequired] = useState(field?.required === true);
  const [isUnique, setUnique] = useState(field?.unique === true);
  const [to, setTo] = useState<string | null>(field?.to ?? null);
  const [pattern, setPattern] = useState('{0000}');
  const [options, setOptions] = useState<readonly SelectOption[]>(field?.options ?? []);
  const save = useObjectChange(onClose);
  const problem = save.error;
  const names = { vi: vi || en, en: en || vi };
  const hasOptions = chosen.includes(kind);
  const submit = () => {
    const common = {
      label: names,
      ...(hasOptions && { options }),
      ...((field === undefined || isRequired !== (field.required === true)) && {
        required: isRequired,
      }),
    };
    save.mutate(
      field
        ? { method: 'PATCH', path: `/${object.key}/fields/${field.key}`, body: common }
        : {
            method: 'POST',
            path: `/${object.key}/fields`,
            body: {
              ...common,
              key: keyFrom(en || vi),
              kind,
              ...(isUnique && { unique: true }),
              ...(pointing.includes(kind) && { to }),
              ...(kind === 'autoNumber' && { pattern }),
            },
          },
    );
  };
  const placed = ['label.vi', 'label.en', 'kind', 'to', 'options', 'pattern', 'key'];
  const rest = isProblem(problem)
    ? problem.errors.filter(({ path }) => !placed.includes(path)).map(({ message }) => message)
    : [];
  return (
    <Panel
      title={field ? t('editField', { name: label(field.label) }) : t('addField')}
      onClose={onClose}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {isProblem(problem) && (problem.errors.length === 0 || rest.length > 0) && (
          <Note tone="bad">{rest.length > 0 ? rest.join(' ') : problem.message}</Note>
        )}
        <TextInput
          label={t('labelVi')}
          autoFocus
          value={vi}
          onChange={(event) => setVi(event.currentTarget.value)}
          error={fieldError(problem, 'label.vi') ?? fieldError(problem, 'key')}
        />
        <TextInput
          label={t('labelEn')}
          value={en}
          onChange={(event) => setEn(event.currentTarget.value)}
          error={fieldError(problem, 'label.en')}
        />
        {!field && (
          <Select
            label={t('kind')}
            data={kinds.map((value: NewKind) => ({ value, label: k(value) }))}
            value={kind}
            searchable
            allowDeselect={false}
            onChange={(value) => setKind(value ?? 'text')}
            error={fieldError(problem, 'kind')}
          />
        )}
        {!field && pointing.includes(kind) && (
          <Select
            label={t('to')}
            data={objects.map(({ key, label: name }) => ({ value: key, label: label(name) }))}
            value={to}
            searchable
            onChange={setTo}
            error={fieldError(problem, 'to')}
          />
        )}
        {!field && kind === 'autoNumber' && (
          <TextInput
            label={t('pattern')}
            value={pattern}
            onChange={(event) => setPattern(event.currentTarget.value)}
            error={fieldError(problem, 'pattern')}
          />
        )}
        {hasOptions && (
          <OptionList
            options={options}
            saved={(field?.options ?? []).map(({ value }) => value)}
            onChange={setOptions}
            error={fieldError(problem, 'options')}
          />
        )}
        <Checkbox
          label={t('required')}
          checked={isRequired}
          onChange={(event) => setRequired(event.currentTarget.checked)}
        />
        {!field && (
          <Checkbox
            label={t('unique')}
            checked={isUnique}
            onChange={(event) => setUnique(event.currentTarget.checked)}
          />
        )}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={vi === '' && en === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
