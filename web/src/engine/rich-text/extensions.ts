import { Extension } from '@tiptap/react';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { kept } from './kept.ts';
import type { FindMentionable } from './mentionable.ts';
import type { MentionMenu } from './mention-menu.ts';
import { mentionNode } from './mention-node.ts';
import { isSafeAddress, readAddress } from './safe-address.ts';

interface Options {
  menu: MentionMenu;
  find(): FindMentionable | undefined;
  placeholder(): string;
  onLink(): void;
}

/** What a text can have: what server/engine/fields/richText.ts keeps. */
export const extensions = ({ menu, find, placeholder, onLink }: Options) => [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (address) => isSafeAddress(address) || readAddress(address) !== undefined,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  ...kept,
  mentionNode({ menu, find }),
  Placeholder.configure({ placeholder }),
  Extension.create({
    name: 'linkKey',
    addKeyboardShortcuts: () => ({
      // Without a selection the key is the program's.
      'Mod-k': ({ editor }) => {
        if (editor.state.selection.empty && !editor.isActive('link')) return false;
        onLink();
        return true;
      },
    }),
  }),
];
