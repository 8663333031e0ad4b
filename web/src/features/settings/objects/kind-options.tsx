import { Checkbox, Select, TextInput } from '@mantine/core';
import type { Label } from '#shared/define.ts';
import { parseNumber } from '#shared/locale/number.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { optionWord, optionWords } from './options.words.ts';
import type { FieldSaid, KindOption, KindSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import { OptionList } from './option-list.tsx';
import classes from './field-panel.module.css';

interface Props {
  kind: KindSetting;
  /** Whose field it is. */
  object: string;
  value: FieldSaid;
  isNew: boolean;
  /** Values that records may have. */
  saved: readonly string[];
  /** Values of the program itself. */
  lasting: readonly string[];
  canAddOptions: boolean;
  errorOf(name: string): string | undefined;
  onChange(said: Partial<FieldSaid>): void;
  onArchiveOption?: ((value: string, label: Label, done: () => void) => void) | undefined;
}

/** What can be said of a field of this kind: drawn from the options that the kind itself tells. */
export function KindOptions({ kind, onChange, ...props }: Props) {
  return Object.entries(kind.options).map(([name, option]) => (
    <OneOption
      key={name}
      {...props}
      name={name}
      option={option}
      kind={kind}
      onChange={(said) => onChange({ [name]: said })}
    />
  ));
}

interface OneProps extends Omit<Props, 'onChange'> {
  name: string;
  option: KindOption;
  onChange(value: unknown): void;
}

function OneOption(props: OneProps) {
  const { kind, name, option, value, isNew, errorOf, onChange } = props;
  const t = useWords(objectsWords);
  const k = useWords(optionWords);
  const { language } = useLanguage();
  const label = useLabel();
  const { objects } = useModel();
  const words = k(optionWord(kind.kind, name));
  const isFixed = option.fixed === true && !isNew;
  const now = value[name];
  const common = {
    label: words,
    disabled: isFixed,
    error: errorOf(name),
    ...(option.fixed === true && isNew && { description: t('fixed') }),
  };
  // Only records of one kind stand above each other.
  if (name === 'tree' && value.to !== props.object) return null;
  if (name === 'options')
    return (
      <OptionList
        options={value.options ?? []}
        saved={props.saved}
        lasting={props.lasting}
        canAdd={props.canAddOptions}
        onChange={onChange}
        onArchive={props.onArchiveOption}
        error={errorOf(name)}
      />
    );
  if (name === 'to')
    return (
      <Select
        {...common}
        data={objects.map(({ key, label: called }) => ({ value: key, label: label(called) }))}
        value={typeof now === 'string' ? now : null}
        searchable
        onChange={onChange}
      />
    );
  if (name === 'inverse') return <Inverse value={now} errorOf={errorOf} onChange={onChange} />;
  if (option.type === 'boolean')
    return (
      <Checkbox
        {...common}
        checked={now === true}
        onChange={(event) => onChange(event.currentTarget.checked || undefined)}
      />
    );
  const isFigure = option.type === 'integer' || name === 'min' || name === 'max';
  if (option.type !== 'integer' && option.type !== 'string') return null;
  return (
    <TextInput
      {...common}
      className={isFigure ? (classes.short ?? '') : ''}
      inputMode={isFigure ? 'decimal' : 'text'}
      defaultValue={typeof now === 'string' || typeof now === 'number' ? String(now) : ''}
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        const figure = isFigure ? parseNumber(text, language) : undefined;
        const read = figure !== undefined && option.type === 'integer' ? Number(figure) : figure;
        // What cannot be read goes as it is: the answer says what is wrong with it.
        onChange(text === '' ? undefined : (read ?? text));
      }}
    />
  );
}

interface InverseProps {
  value: unknown;
  errorOf(name: string): string | undefined;
  onChange(value: unknown): void;
}

/** How the records that point are headed on the page of what they point to. */
function Inverse({ value, errorOf, onChange }: InverseProps) {
  const k = useWords(optionWords);
  const t = useWords(objectsWords);
  const now = labelOf(value);
  const set = (next: Label) => {
    const { vi, en } = next;
    onChange(vi === '' && en === '' ? undefined : { label: { vi: vi || en, en: en || vi } });
  };
  return (
    <div className={classes.pair}>
      <TextInput
        label={k('inverse')}
        placeholder={t('vietnamese')}
        value={now.vi}
        error={errorOf('inverse.label.vi')}
        onChange={(event) => {
          const vi = event.currentTarget.value;
          set({ vi, en: now.en === now.vi ? vi : now.en });
        }}
      />
      <TextInput
        label={t('inEnglish')}
        value={now.en}
        error={errorOf('inverse.label.en')}
        onChange={(event) => set({ ...now, en: event.currentTarget.value })}
      />
    </div>
  );
}

function labelOf(value: unknown): Label {
  const none = { vi: '', en: '' };
  if (typeof value !== 'object' || value === null || !('label' in value)) return none;
  // Given by the server, or made above.
  return (value.label as Label | undefined) ?? none;
}
