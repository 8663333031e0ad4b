import { useState } from 'react';
import type { Label } from '#shared/define.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { AskArchive } from './ask-archive.tsx';
import type { DraftedField } from './drafted.ts';
import { KindOptions } from './kind-options.tsx';
import type { KindSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import type { FieldForm } from './use-field-form.ts';

interface Props {
  field: DraftedField | undefined;
  object: { key: string; path: string };
  form: FieldForm;
}

/** What the field's kind lets one say: all of a field of one's own, of another one what it leaves open. */
export function FieldOptions({ field, object, form }: Props) {
  const { kind, value, say, errorOf } = form;
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!kind) return null;
  const isNew = field === undefined || field.isNew;
  const saved = (field?.options ?? []).map((option) => option.value);
  const common = { object: object.key, value, errorOf, onChange: say };
  if (field && !field.custom) {
    const open = only(kind.options, ['options', 'pattern']);
    return (
      <KindOptions
        {...common}
        kind={{ ...kind, options: open }}
        isNew={false}
        saved={saved}
        lasting={field.declared?.options ?? []}
        canAddOptions={value['open'] === true}
      />
    );
  }
  return (
    <>
      <KindOptions
        {...common}
        key={value.kind}
        kind={kind}
        isNew={isNew}
        saved={isNew ? [] : saved}
        lasting={[]}
        canAddOptions
        onArchiveOption={(option, label, done) => setAsked({ option, label, done })}
      />
      {asked && (
        <AskOption asked={asked} form={form} path={object.path} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

interface Asked {
  option: string;
  label: Label;
  done(): void;
}

interface AskProps {
  asked: Asked;
  form: FieldForm;
  path: string;
  onClose(): void;
}

/** Says how many records have the option, before it is put away. */
function AskOption({ asked, form, path, onClose }: AskProps) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const isMany = form.value.kind === 'multiSelect';
  return (
    <AskArchive
      title={t('archiveOptionTitle', { name: label(asked.label) })}
      text={t('archiveOptionText')}
      path={path}
      where={{
        field: form.whole.key,
        op: isMany ? 'hasAny' : 'eq',
        value: isMany ? [asked.option] : asked.option,
      }}
      onYes={() => {
        asked.done();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

const only = (options: KindSetting['options'], names: readonly string[]): KindSetting['options'] =>
  Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
