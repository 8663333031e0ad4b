import { useEffect, useRef, useState, type ReactNode } from 'react';
import { asHtml } from './as-html.ts';
import { fetchEditor, RichTextBox, type RichTextProps } from './rich-text-box.tsx';
import classes from './rich-text.module.css';
import { useEditorThere } from './use-editor-there.ts';

interface Props extends RichTextProps {
  'aria-label': string;
  /** Somebody writes, or is about to; until then it is one plain line. */
  isOpen: boolean;
  onOpen?(): void;
  /** At the end of the plain line. */
  hint?: ReactNode;
}

/**
 * A rich text that takes letters at once: until the editor is there, what is typed goes into a plain box, and then into
 * the editor. No letter is lost, and none is taken for a key of the page.
 */
export function EagerTextBox({ isOpen, onOpen, hint, ...box }: Props) {
  const { value, onChange } = box;
  const [typed, setTyped] = useState('');
  const isSent = useRef(false);
  const isComposing = useRef(false);
  const hand = () => {
    // In the middle of a Vietnamese letter the box stays what it is.
    if (isComposing.current) return false;
    if (typed !== '') onChange(asHtml(typed));
    setTyped('');
    return true;
  };
  const isThere = useEditorThere(isOpen || value !== null, hand);
  // Sent before the editor had come: sent once it has what was typed.
  const { onSubmit } = box;
  useEffect(() => {
    if (!isSent.current || !isThere || value === null) return;
    isSent.current = false;
    onSubmit?.();
  }, [isThere, value, onSubmit]);
  if (isThere && (isOpen || value !== null)) return <RichTextBox {...box} />;
  return (
    <div className={classes.eager}>
      <input
        data-opens
        aria-label={box['aria-label']}
        placeholder={box.placeholder}
        autoComplete="off"
        autoFocus={isOpen && box.autoFocus === true}
        value={typed}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) isSent.current = true;
        }}
        onPointerEnter={() => void fetchEditor()}
        onClick={onOpen}
        onCompositionStart={() => {
          isComposing.current = true;
          onOpen?.();
        }}
        onCompositionEnd={() => {
          isComposing.current = false;
        }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onOpen?.();
        }}
      />
      {hint}
    </div>
  );
}
