import { Button, Select, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { Label } from '#shared/define.ts';
import type { ScreenField } from '#web/api/model.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { Panel } from '../dialog.tsx';
import { AskArchive } from './ask-archive.tsx';
import { completeField, inBoth } from './complete-field.ts';
import { FieldBoxes, type Places } from './field-boxes.tsx';
import { FieldMore } from './field-more.tsx';
import { freeKey } from '#web/engine/new-names.ts';
import { isNamedKind, kindWords } from './kinds.words.ts';
import { KindOptions } from './kind-options.tsx';
import type { DraftedField } from './drafted.ts';
import type { FieldSaid, KindSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import type { NewField } from './draft.ts';
import classes from './field-panel.module.css';

interface Props {
  /** Undefined: a new one. */
  field: DraftedField | undefined;
  object: { key: string; path: string };
  kinds: readonly KindSetting[];
  /** Keys that a new one may not have. */
  taken: ReadonlySet<string>;
  places: Places;
  onApply(field: NewField, places: Places, another: boolean): void;
  onClose(): void;
}

const begun: NewField = { key: '', kind: 'text', label: { vi: '', en: '' } };

/** A field of an object: of any kind while it is new; afterwards what may still change. */
export function FieldPanel({ field, object, kinds, taken, places, onApply, onClose }: Props) {
  const t = useWords(objectsWords);
  const k = useWords(kindWords);
  const label = useLabel();
  const isNew = field === undefined || field.isNew;
  const isCustom = field === undefined || field.custom;
  const [value, setValue] = useState<NewField>(field ?? begun);
  const [put, setPut] = useState(places);
  const [isTold, setTold] = useState(false);
  const [asked, setAsked] = useState<{ value: string; label: Label; done(): void } | null>(null);
  const nameBox = useRef<HTMLInputElement>(null);
  const kind = kinds.find((each) => each.kind === value.kind);
  const say = (said: Partial<FieldSaid>) => setValue((before) => ({ ...before, ...said }));
  const { vi, en } = value.label;
  const names = inBoth(value.label);
  const key = field?.key ?? freeKey(en || vi, taken);
  const { field: whole, missing } = completeField(value, key, kind);
  const errorOf = (name: string) => (isTold && missing.includes(name) ? t('missing') : undefined);
  const apply = (another: boolean) => {
    setTold(true);
    if (key === '' || (names.vi === '' && names.en === '') || missing.length > 0) return;
    onApply(whole, put, another);
    if (!another) return;
    setValue(begun);
    setPut(places);
    setTold(false);
    nameBox.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It stands inside another form for React, not in the document.
    event.stopPropagation();
    apply(false);
  };
  // Drawn as the model will tell it; the server checks what it says.
  const screen = {
    ...whole,
    custom: isCustom,
    system: false,
    writable: true,
  } as unknown as ScreenField;
  return (
    <Panel
      title={field ? t('editField', { name: label(field.label) }) : t('addField')}
      onClose={onClose}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || field) return;
          event.preventDefault();
          apply(true);
        }}
      >
        <div className={classes.pair}>
          <TextInput
            label={t('labelVi')}
            ref={nameBox}
            data-autofocus
            value={vi}
            error={isTold && vi === '' && en === '' ? t('missing') : undefined}
            onChange={(event) => say({ label: { vi: event.currentTarget.value, en } })}
          />
          <TextInput
            label={t('labelEn')}
            placeholder={vi}
            value={en}
            onChange={(event) => say({ label: { vi, en: event.currentTarget.value } })}
          />
        </div>
        {isNew && (
          <Select
            label={t('kind')}
            data={kinds.map((each) => ({
              value: each.kind,
              label: isNamedKind(each.kind) ? k(each.kind) : each.kind,
            }))}
            value={value.kind}
            searchable
            onFocus={(event) => event.currentTarget.select()}
            allowDeselect={false}
            onChange={(next) =>
              setValue({ key, kind: next ?? 'text', label: value.label, section: value.section })
            }
          />
        )}
        {kind && isCustom && (
          <KindOptions
            key={value.kind}
            kind={kind}
            object={object.key}
            value={value}
            isNew={isNew}
            saved={isNew ? [] : (field?.options ?? []).map((option) => option.value)}
            lasting={[]}
            canAddOptions
            errorOf={errorOf}
            onChange={say}
            onArchiveOption={(option, called, done) =>
              setAsked({ value: option, label: called, done })
            }
          />
        )}
        {kind && !isCustom && (kind.options['options'] || kind.options['pattern']) && (
          <KindOptions
            kind={{ ...kind, options: only(kind.options, ['options', 'pattern']) }}
            object={object.key}
            value={value}
            isNew={false}
            saved={(field?.options ?? []).map((option) => option.value)}
            lasting={field?.declared?.options ?? []}
            canAddOptions={value['open'] === true}
            errorOf={errorOf}
            onChange={say}
          />
        )}
        <FieldBoxes
          field={field}
          kind={kind}
          value={value}
          places={put}
          onChange={say}
          onPlaces={setPut}
        />
        <FieldMore
          value={value}
          screen={screen}
          canDefault={kind?.can.default === true && isCustom && value.unique !== true}
          isNew={isNew}
          onChange={say}
        />
        {missing.length === 0 && (
          <section className={classes.look} aria-label={t('lookOfField')} inert>
            <FieldEdit
              field={screen}
              label={label(names) || '…'}
              value={value.default ?? null}
              onChange={() => undefined}
            />
          </section>
        )}
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
          {field === undefined && (
            <Button variant="default" onClick={() => apply(true)}>
              {t('doneAndNext')}
            </Button>
          )}
          <Button type="submit">{t('done')}</Button>
        </div>
      </form>
      {asked && (
        <AskArchive
          title={t('archiveOptionTitle', { name: label(asked.label) })}
          text={t('archiveOptionText')}
          path={object.path}
          where={{
            field: key,
            op: value.kind === 'multiSelect' ? 'hasAny' : 'eq',
            value: value.kind === 'multiSelect' ? [asked.value] : asked.value,
          }}
          onYes={() => {
            asked.done();
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}

const only = (options: KindSetting['options'], names: readonly string[]): KindSetting['options'] =>
  Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
