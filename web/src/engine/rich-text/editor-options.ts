import type { UseEditorOptions } from '@tiptap/react';
import { cleanHtml } from './clean-html.ts';
import { extensions } from './extensions.ts';
import type { MentionMenu } from './mention-menu.ts';
import type { RichTextProps } from './rich-text-box.tsx';

/** What the editor asks its box for while it lives: as it was said last. */
export function createLive(first: RichTextProps) {
  let props = first;
  // What was written and may still come back as the value, the oldest first: it comes late when keys are fast.
  let emitted: (string | null)[] = [first.value];
  return {
    props: () => props,
    renew(next: RichTextProps) {
      props = next;
    },
    emit(html: string | null) {
      emitted.push(html);
      props.onChange(html);
    },
    /** True when the value came from elsewhere. */
    isNews(value: string | null): boolean {
      const at = emitted.lastIndexOf(value);
      emitted = at === -1 ? [value] : emitted.slice(at);
      return at === -1;
    },
  };
}

export type Live = ReturnType<typeof createLive>;

export const editorOptions = (live: Live, menu: MentionMenu, onLink: () => void) =>
  ({
    extensions: extensions({
      menu,
      find: () => live.props().mentions,
      placeholder: () => live.props().placeholder ?? '',
      onLink,
    }),
    content: cleanHtml(live.props().value ?? ''),
    // Made while React draws, it is thrown away and made again where the page waits with what it drew.
    immediatelyRender: false,
    // The page's policy takes no styles from scripts.
    injectCSS: false,
    onUpdate: ({ editor }) => live.emit(htmlOf(editor.getHTML())),
    editorProps: {
      transformPastedHTML: cleanHtml,
      handleDOMEvents: {
        keydown: (_view, event) => isForHolder(event, live, menu),
      },
    },
  }) satisfies UseEditorOptions;

/** Keys that whoever holds the text gets: it is sent or saved, or given up. The editor would keep them. */
function isForHolder(event: KeyboardEvent, live: Live, menu: MentionMenu): boolean {
  if (event.key === 'Escape') return !menu.isOpen();
  const { onSubmit, enterSubmits = false } = live.props();
  const isAlone = enterSubmits && !event.shiftKey && !event.isComposing && !menu.isOpen();
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || isAlone)) return false;
  if (onSubmit) event.preventDefault();
  onSubmit?.();
  return true;
}

/** The text itself; null when there is none. The editor keeps an empty line at its end. */
const htmlOf = (html: string): string | null => html.replace(/(?:<p><\/p>)+$/, '') || null;
