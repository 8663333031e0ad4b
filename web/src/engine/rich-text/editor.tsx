import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { attributesOf } from './attributes.ts';
import { cleanHtml } from './clean-html.ts';
import { createLive, editorOptions } from './editor-options.ts';
import { MentionList, optionId } from './mention-list.tsx';
import { createMentionMenu } from './mention-menu.ts';
import type { RichTextProps } from './rich-text-box.tsx';
import { Toolbar } from './toolbar.tsx';

interface Props extends RichTextProps {
  /** Shown until there is an editor. */
  unready: ReactNode;
}

/** Loaded by rich-text-box.tsx when somebody writes. */
export function RichTextEditor({ unready, ...box }: Props) {
  const { value, compact = false, bare = false, mentions, disabled = false, id } = box;
  const list = useId();
  const [menu] = useState(createMentionMenu);
  const [live] = useState(() => createLive(box));
  const [isLinking, setLinking] = useState(false);
  const [options] = useState(() => editorOptions(live, menu, () => setLinking(true)));
  const open = useSyncExternalStore(menu.watch, menu.get);
  const option = open && open.items.length > 0 ? optionId(list, open.at) : undefined;
  const attributes = JSON.stringify(attributesOf(box, list, option));
  // The editor takes its properties anew whenever they are other ones.
  const editorProps = useMemo(
    () => ({
      ...options.editorProps,
      attributes: JSON.parse(attributes) as Record<string, string>,
    }),
    [options, attributes],
  );
  const editor = useEditor({ ...options, editorProps });
  useEffect(() => live.renew(box));
  useEffect(() => {
    if (!editor || live.props().autoFocus !== true) return;
    // The editor's own way takes until the next picture: letters typed before it would be lost.
    editor.commands.setTextSelection(editor.state.doc.content.size);
    editor.view.focus();
  }, [editor, live]);
  useEffect(() => {
    if (editor && live.isNews(value))
      editor.commands.setContent(cleanHtml(value ?? ''), { emitUpdate: false });
  }, [editor, live, value]);
  useEffect(() => {
    editor?.setEditable(!disabled, false);
  }, [editor, disabled]);
  useEffect(() => {
    // A label gives the focus to boxes of forms only.
    const label = id === undefined ? null : document.getElementById(`${id}-label`);
    const focus = () => editor?.commands.focus();
    label?.addEventListener('click', focus);
    return () => label?.removeEventListener('click', focus);
  }, [editor, id]);
  if (!editor) return unready;
  return (
    <>
      {!bare && (
        <Toolbar
          editor={editor}
          compact={compact}
          mentions={mentions !== undefined}
          disabled={disabled}
          isLinking={isLinking}
          setLinking={setLinking}
        />
      )}
      <EditorContent editor={editor} />
      <MentionList menu={menu} id={list} />
    </>
  );
}
