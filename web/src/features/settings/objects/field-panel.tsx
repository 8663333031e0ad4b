import { Button, Checkbox, Collapse, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { Label } from '#shared/define.ts';
import type { ScreenField } from '#web/api/model.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { fieldView } from '#web/engine/fields/index.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { Panel } from '../dialog.tsx';
import { AskArchive } from './ask-archive.tsx';
import { freeKey } from './names.ts';
import { isNamedKind, kindWords } from './kinds.words.ts';
import { KindOptions } from './kind-options.tsx';
import type { DraftedField } from './drafted.ts';
import type { FieldSaid, KindSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import type { NewField } from './draft.ts';
import classes from './field-panel.module.css';

/** Where else a field is put when it is made or changed. */
export interface Places {
  list: boolean;
  quickCreate: boolean;
  search: boolean;
}

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
  const [isMore, setMore] = useState(false);
  const [isTold, setTold] = useState(false);
  const [asked, setAsked] = useState<{ value: string; label: Label; done(): void } | null>(null);
  const nameBox = useRef<HTMLInputElement>(null);
  const kind = kinds.find((each) => each.kind === value.kind);
  const say = (said: Partial<FieldSaid>) => setValue((before) => ({ ...before, ...said }));
  const { vi, en } = value.label;
  const names = inBoth(value.label);
  const key = field?.key ?? freeKey(en || vi, taken);
  const options = (value.options ?? []).filter(
    (option) => option.label.vi !== '' || option.label.en !== '',
  );
  const missing = (kind?.required ?? []).filter((name) =>
    isEmpty(name === 'options' ? options : value[name]),
  );
  const whole: NewField = {
    ...value,
    key,
    label: names,
    ...(value.help && { help: inBoth(value.help) }),
    ...(kind?.options['options'] && { options: options.map(completed) }),
  };
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
  const box = (name: keyof Places, words: 'inList' | 'inQuick' | 'inSearch') => (
    <Checkbox
      label={t(words)}
      checked={put[name]}
      onChange={(event) => setPut({ ...put, [name]: event.currentTarget.checked })}
    />
  );
  const screen = { ...whole, custom: isCustom, system: false, writable: true } as unknown;
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
        <div className={classes.boxes}>
          {kind?.can.require !== false && (
            <Checkbox
              label={t('required')}
              checked={value.required === true}
              disabled={field?.declared?.required === true || field?.readOnly === true}
              onChange={(event) => say({ required: event.currentTarget.checked })}
            />
          )}
          {kind?.can.unique === true && isCustom && (
            <Checkbox
              label={t('unique')}
              {...(isNew && value.unique === true && { description: t('fixed') })}
              checked={value.unique === true}
              disabled={!isNew}
              onChange={(event) => say({ unique: event.currentTarget.checked || undefined })}
            />
          )}
          {box('list', 'inList')}
          {box('quickCreate', 'inQuick')}
          {kind?.can.search === true && box('search', 'inSearch')}
        </div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.more ?? ''}
          aria-expanded={isMore}
          onClick={() => setMore(!isMore)}
        >
          {t(isMore ? 'less' : 'more')}
        </Button>
        <Collapse expanded={isMore}>
          <div className={classes.form}>
            {(['vi', 'en'] as const).map((language) => (
              <Textarea
                key={language}
                label={t(language === 'vi' ? 'helpVi' : 'helpEn')}
                autosize
                maxRows={4}
                value={value.help?.[language] ?? ''}
                onChange={(event) => {
                  const help = {
                    vi: '',
                    en: '',
                    ...value.help,
                    [language]: event.currentTarget.value,
                  };
                  say({ help: help.vi === '' && help.en === '' ? undefined : help });
                }}
              />
            ))}
            {kind?.can.default === true && isCustom && value.unique !== true && (
              <FieldEdit
                key={value.kind}
                // Drawn as the model will tell it.
                field={{ ...(screen as ScreenField), required: false }}
                label={t('default')}
                value={value.default ?? null}
                onChange={(next) => {
                  const sent = fieldView(screen as ScreenField).toInput?.(next, screen as never);
                  say({ default: (sent ?? next) || undefined });
                }}
              />
            )}
            <TagsInput
              label={t('importNames')}
              description={t('importNamesText')}
              value={[...(value.importNames ?? [])]}
              onChange={(next) => say({ importNames: next.length > 0 ? next : undefined })}
            />
            {isNew && <p className={classes.key}>{t('keyOfField', { key })}</p>}
          </div>
        </Collapse>
        {missing.length === 0 && (
          <section className={classes.look} aria-label={t('lookOfField')} inert>
            <FieldEdit
              // Drawn as the model will tell it.
              field={screen as ScreenField}
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

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const only = (options: KindSetting['options'], names: readonly string[]): KindSetting['options'] =>
  Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));

const inBoth = ({ vi, en }: Label): Label => ({ vi: vi || en, en: en || vi });

const completed = (option: NonNullable<FieldSaid['options']>[number]) => ({
  ...option,
  label: inBoth(option.label),
});
