import { Button, Collapse, TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { fieldView } from '#web/engine/fields/index.ts';
import { useWords } from '#web/words/language.tsx';
import type { FieldSaid } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './field-panel.module.css';

interface Props {
  value: FieldSaid;
  /** As it will be drawn. */
  screen: ScreenField;
  canDefault: boolean;
  isNew: boolean;
  onChange(said: Partial<FieldSaid>): void;
}

/** What is seldom said of a field: its help, what a new record begins with, what files call it. */
export function FieldMore({ value, screen, canDefault, isNew, onChange }: Props) {
  const t = useWords(objectsWords);
  const [isOpen, setOpen] = useState(false);
  const help = { vi: '', en: '', ...value.help };
  const setDefault = (typed: unknown) => {
    const sent = fieldView(screen).toInput?.(typed, screen) ?? typed;
    onChange({ default: sent === '' ? undefined : (sent ?? undefined) });
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.more ?? ''}
        data-flush
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'less' : 'more')}
      </Button>
      <Collapse expanded={isOpen}>
        <div className={classes.form}>
          {(['vi', 'en'] as const).map((language) => (
            <Textarea
              key={language}
              label={t(language === 'vi' ? 'helpVi' : 'helpEn')}
              autosize
              maxRows={4}
              value={help[language]}
              onChange={(event) => {
                const next = { ...help, [language]: event.currentTarget.value };
                onChange({ help: next.vi === '' && next.en === '' ? undefined : next });
              }}
            />
          ))}
          {canDefault && (
            <FieldEdit
              key={screen.kind}
              field={{ ...screen, required: false }}
              label={t('default')}
              value={value.default ?? null}
              onChange={setDefault}
            />
          )}
          <TagsInput
            label={t('importNames')}
            description={t('importNamesText')}
            value={[...(value.importNames ?? [])]}
            onChange={(next) => onChange({ importNames: next.length > 0 ? next : undefined })}
          />
          {isNew && <p className={classes.key}>{t('keyOfField', { key: screen.key })}</p>}
        </div>
      </Collapse>
    </>
  );
}
