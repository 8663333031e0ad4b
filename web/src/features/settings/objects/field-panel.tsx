import { Button, Select } from '@mantine/core';
import { useRef, type FormEvent } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { PanelBody, PanelFoot, SidePanel, widePanel } from '#web/ui/side-panel.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FieldBoxes } from './field-boxes.tsx';
import { FieldMore } from './field-more.tsx';
import { FieldOptions } from './field-options.tsx';
import { isNamedKind, kindWords } from './kinds.words.ts';
import { NameBoxes } from './name-boxes.tsx';
import { objectsWords } from './objects.words.ts';
import { useFieldForm, type FieldFormProps } from './use-field-form.ts';
import classes from './field-panel.module.css';

interface Props extends FieldFormProps {
  object: { key: string; path: string };
  onClose(): void;
}

/** A field of an object: of any kind while it is new; afterwards what may still change. */
export function FieldPanel({ object, onClose, ...props }: Props) {
  const t = useWords(objectsWords);
  const k = useWords(kindWords);
  const label = useLabel();
  const { field, kinds } = props;
  const isNew = field === undefined || field.isNew;
  const isCustom = field === undefined || field.custom;
  const form = useFieldForm(props);
  const { value, kind, whole, say } = form;
  const nameBox = useRef<HTMLInputElement>(null);
  const goOn = () => {
    if (form.apply(true)) nameBox.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It stands inside another form for React, not in the document.
    event.stopPropagation();
    form.apply(false);
  };
  // Drawn as the model will tell it; the server checks what it says.
  const screen = {
    ...whole,
    custom: isCustom,
    system: false,
    writable: true,
  } as unknown as ScreenField;
  return (
    <SidePanel
      size={widePanel}
      title={field ? t('editField', { name: label(field.label) }) : t('addField')}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || field) return;
          event.preventDefault();
          goOn();
        }}
      >
        <PanelBody>
          <NameBoxes
            value={value.label}
            errors={{ vi: form.nameError }}
            first={nameBox}
            onChange={(name) => say({ label: name })}
          />
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
              onChange={(next) => form.become(next ?? 'text')}
            />
          )}
          <FieldOptions field={field} object={object} form={form} />
          <FieldBoxes
            field={field}
            kind={kind}
            value={value}
            places={form.put}
            onChange={say}
            onPlaces={form.setPut}
          />
          <FieldMore
            value={value}
            screen={screen}
            canDefault={kind?.can.default === true && isCustom && value.unique !== true}
            isNew={isNew}
            onChange={say}
          />
          {form.isComplete && (
            <section className={classes.look} aria-label={t('lookOfField')} inert>
              <FieldEdit
                field={screen}
                label={label(whole.label) || '…'}
                value={value.default ?? null}
                onChange={() => undefined}
              />
            </section>
          )}
        </PanelBody>
        <PanelFoot onCancel={onClose}>
          {field === undefined && (
            <Button variant="default" onClick={goOn}>
              {t('doneAndNext')}
            </Button>
          )}
          <Button type="submit">{t('done')}</Button>
        </PanelFoot>
      </form>
    </SidePanel>
  );
}
