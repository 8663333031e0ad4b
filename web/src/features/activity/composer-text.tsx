import { useRef, useState } from 'react';
import { fetchEditor, RichTextBox } from '#web/engine/rich-text/rich-text-box.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import type { ComposerTab } from './draft.ts';
import { asHtml } from './as-html.ts';
import classes from './composer.module.css';
import { useEditorThere } from './use-editor-there.ts';

interface Props {
  tab: ComposerTab;
  isOpen: boolean;
  value: string | null;
  onOpen(): void;
  onChange(html: string | null): void;
  onSubmit(): void;
}

/** The text. Until the editor is there, what is typed goes into a plain box, and then into the editor. */
export function ComposerText({ tab, isOpen, value, onOpen, onChange, onSubmit }: Props) {
  const t = useWords(activityWords);
  const mentions = useMentionable();
  const [typed, setTyped] = useState('');
  const isComposing = useRef(false);
  const hand = () => {
    // In the middle of a Vietnamese letter the box stays what it is.
    if (isComposing.current) return false;
    if (typed !== '') onChange(asHtml(typed));
    setTyped('');
    return true;
  };
  const isThere = useEditorThere(isOpen || value !== null, hand);
  const placeholder = t(tab === 'note' ? 'placeholder' : (`${tab}Placeholder` as const));
  if ((!isOpen && value === null) || !isThere)
    return (
      <div className={classes.opens}>
        <input
          data-opens
          aria-label={placeholder}
          placeholder={placeholder}
          autoComplete="off"
          autoFocus={isOpen}
          value={typed}
          onPointerEnter={() => void fetchEditor()}
          onClick={onOpen}
          onCompositionStart={() => {
            isComposing.current = true;
            onOpen();
          }}
          onCompositionEnd={() => {
            isComposing.current = false;
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onOpen();
          }}
        />
        <Keys caps={['N']} />
      </div>
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
