import { lazy, Suspense } from 'react';
import type { FindMentionable } from './mentionable.ts';
import { RichText } from './rich-text.tsx';
import classes from './rich-text.module.css';

export interface RichTextProps {
  /** HTML as the server keeps it, or what is being written; null when empty. */
  value: string | null;
  onChange(html: string | null): void;
  /** Whom an `@` can mention; nobody when absent. See use-mentionable.ts. */
  mentions?: FindMentionable;
  /** Ctrl or ⌘ with Enter; without it the key goes to whoever is around. */
  onSubmit?(): void;
  /** Enter alone submits, and begins a new line with Shift. */
  enterSubmits?: boolean;
  /** Little room: one line to begin with, few tools. */
  compact?: boolean;
  /** Without tools: for a line written with the thumbs. */
  bare?: boolean;
  placeholder?: string;
  /** Of the text; the label above has this id with `-label`. */
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  invalid?: boolean;
  autoFocus?: boolean;
  disabled?: boolean;
}

const load = () => import('./editor.tsx').then((part) => ({ default: part.RichTextEditor }));
const RichTextEditor = lazy(load);

/** Fetched before it is wanted, where somebody is about to write. */
export const fetchEditor = (): Promise<unknown> => load();

/** A text with bold words, lists and links, as it is written. */
export function RichTextBox(props: RichTextProps) {
  const { compact = false, bare = false, invalid = false, disabled = false, value } = props;
  const looks = [
    classes.box,
    compact && classes.compact,
    invalid && classes.invalid,
    disabled && classes.disabled,
  ];
  const unready = (
    <>
      {!bare && <div className={classes.tools} />}
      <div className={classes.text} aria-busy="true">
        <RichText html={value ?? ''} />
      </div>
    </>
  );
  return (
    <div className={looks.filter(Boolean).join(' ')}>
      <Suspense fallback={unready}>
        <RichTextEditor {...props} unready={unready} />
      </Suspense>
    </div>
  );
}
