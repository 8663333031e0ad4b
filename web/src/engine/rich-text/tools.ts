import {
  IconBlockquote,
  IconBold,
  IconClearFormatting,
  IconCode,
  IconH2,
  IconH3,
  IconItalic,
  IconList,
  IconListNumbers,
  IconStrikethrough,
  IconUnderline,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/react';
import type { richTextWords } from './rich-text.words.ts';

export interface Tool {
  word: keyof typeof richTextWords.vi;
  icon: TablerIcon;
  /** As it is pressed; the editor knows these itself. */
  keys?: string;
  /** What it is when it is on. */
  active?: [name: string, attributes?: Record<string, unknown>];
  run(editor: Editor): void;
  /** Also where there is little room. */
  compact?: true;
}

const chain = (editor: Editor) => editor.chain().focus();

/** In groups, as they stand in the bar. */
export const tools: readonly (readonly Tool[])[] = [
  [
    {
      word: 'bold',
      icon: IconBold,
      keys: 'Ctrl B',
      active: ['bold'],
      run: (editor) => chain(editor).toggleBold().run(),
      compact: true,
    },
    {
      word: 'italic',
      icon: IconItalic,
      keys: 'Ctrl I',
      active: ['italic'],
      run: (editor) => chain(editor).toggleItalic().run(),
      compact: true,
    },
    {
      word: 'underline',
      icon: IconUnderline,
      keys: 'Ctrl U',
      active: ['underline'],
      run: (editor) => chain(editor).toggleUnderline().run(),
    },
    {
      word: 'strike',
      icon: IconStrikethrough,
      keys: 'Ctrl Shift S',
      active: ['strike'],
      run: (editor) => chain(editor).toggleStrike().run(),
    },
  ],
  [
    {
      word: 'large',
      icon: IconH2,
      keys: 'Ctrl Alt 2',
      active: ['heading', { level: 2 }],
      run: (editor) => chain(editor).toggleHeading({ level: 2 }).run(),
    },
    {
      word: 'small',
      icon: IconH3,
      keys: 'Ctrl Alt 3',
      active: ['heading', { level: 3 }],
      run: (editor) => chain(editor).toggleHeading({ level: 3 }).run(),
    },
  ],
  [
    {
      word: 'bullets',
      icon: IconList,
      keys: 'Ctrl Shift 8',
      active: ['bulletList'],
      run: (editor) => chain(editor).toggleBulletList().run(),
      compact: true,
    },
    {
      word: 'numbers',
      icon: IconListNumbers,
      keys: 'Ctrl Shift 7',
      active: ['orderedList'],
      run: (editor) => chain(editor).toggleOrderedList().run(),
      compact: true,
    },
    {
      word: 'quote',
      icon: IconBlockquote,
      keys: 'Ctrl Shift B',
      active: ['blockquote'],
      run: (editor) => chain(editor).toggleBlockquote().run(),
    },
    {
      word: 'code',
      icon: IconCode,
      keys: 'Ctrl E',
      active: ['code'],
      run: (editor) => chain(editor).toggleCode().run(),
    },
    {
      word: 'plain',
      icon: IconClearFormatting,
      run: (editor) => chain(editor).unsetAllMarks().clearNodes().run(),
    },
  ],
];
