import { RichTextBox } from '#web/engine/rich-text/rich-text-box.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import type { ComposerTab } from './draft.ts';
import classes from './composer.module.css';

interface Props {
  tab: ComposerTab;
  title: string;
  isOpen: boolean;
  value: string | null;
  onOpen(): void;
  onChange(html: string | null): void;
  onSubmit(): void;
}

/** The text; the editor is loaded when somebody wants to write. */
export function ComposerText({ tab, title, isOpen, value, onOpen, onChange, onSubmit }: Props) {
  const t = useWords(activityWords);
  const mentions = useMentionable();
  const placeholder =
    tab === 'note' ? t('placeholder', { title }) : t(`${tab}Placeholder` as const);
  if (!isOpen && value === null)
    return (
      <button type="button" data-opens className={classes.opens} onClick={onOpen}>
        <span>{placeholder}</span>
        <Keys caps={['N']} />
      </button>
    );
  return (
    <div className={classes.text}>
      <RichTextBox
        compact
        autoFocus={isOpen}
        aria-label={placeholder}
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        mentions={mentions}
        onSubmit={onSubmit}
      />
    </div>
  );
}
