import { Mention } from '@tiptap/extension-mention';
import type { FindMentionable, Mentionable } from './mentionable.ts';
import type { MentionMenu } from './mention-menu.ts';

interface Options {
  menu: MentionMenu;
  /** Asked for each time: whether one may mention at all can change. */
  find(): FindMentionable | undefined;
}

/** `<span data-mention="member:…">@Tên</span>`: one piece, that goes with one Backspace. */
export const mentionNode = ({ menu, find }: Options) =>
  Mention.extend({
    addAttributes: () => ({
      whom: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-mention'),
        renderHTML: ({ whom }) => ({ 'data-mention': String(whom) }),
      },
      name: {
        default: '',
        parseHTML: (element) => (element.textContent ?? '').replace(/^@/, ''),
        renderHTML: () => ({}),
      },
    }),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      HTMLAttributes,
      `@${String(node.attrs['name'])}`,
    ],
    renderText: ({ node }) => `@${String(node.attrs['name'])}`,
    addKeyboardShortcuts: () => ({}),
  }).configure({
    suggestion: {
      char: '@',
      // Names have spaces; nobody is found any more once the sentence went on.
      allowSpaces: true,
      allow: () => find() !== undefined,
      items: async ({ query }) => (await find()?.(query)) ?? [],
      command: ({ editor, range, props }) => {
        const { of, id, name } = props as Mentionable;
        editor
          .chain()
          .focus()
          .insertContentAt(range, [
            { type: 'mention', attrs: { whom: `${of}:${id}`, name } },
            { type: 'text', text: ' ' },
          ])
          .run();
      },
      render: () => {
        const show = (props: Shown) => {
          const place = props.clientRect?.();
          menu.set(place ? { items: props.items, at: 0, place, choose: props.command } : null);
        };
        return {
          onStart: show,
          onUpdate: show,
          onExit: () => menu.set(null),
          onKeyDown: ({ event }) => menu.press(event),
        };
      },
    },
  });

interface Shown {
  items: Mentionable[];
  command(item: Mentionable): void;
  clientRect?: (() => DOMRect | null) | null;
}
