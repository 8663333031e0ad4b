import { IconAt, IconLink, type TablerIcon } from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useWords } from '#web/words/language.tsx';
import { LinkBox } from './link-box.tsx';
import classes from './rich-text.module.css';
import { richTextWords } from './rich-text.words.ts';
import { tools } from './tools.ts';

interface Props {
  editor: Editor;
  compact: boolean;
  mentions: boolean;
  disabled: boolean;
  isLinking: boolean;
  setLinking(isLinking: boolean): void;
}

/** One stop of Tab; arrows walk through it. */
export function Toolbar({ editor, compact, mentions, disabled, isLinking, setLinking }: Props) {
  const t = useWords(richTextWords);
  const groups = compact ? [tools.flat().filter((tool) => tool.compact)] : tools;
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      ['link', ...groups.flat().map(({ word }) => word)].filter((word) => {
        if (word === 'link') return now.isActive('link');
        const [name, attributes] = groups.flat().find((tool) => tool.word === word)?.active ?? [];
        return name !== undefined && now.isActive(name, attributes);
      }),
  });
  const button = (
    word: keyof typeof richTextWords.vi,
    Icon: TablerIcon,
    run: () => void,
    keys?: string,
  ): ReactElement => (
    <button
      key={word}
      type="button"
      className={classes.tool}
      aria-label={t(word)}
      aria-pressed={active.includes(word)}
      title={keys === undefined ? t(word) : `${t(word)} (${keys})`}
      tabIndex={word === 'bold' ? 0 : -1}
      disabled={disabled}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <Icon size={16} stroke={1.7} />
    </button>
  );
  return (
    <div
      role="toolbar"
      tabIndex={-1}
      aria-label={t('toolbar')}
      className={classes.tools}
      onKeyDown={walk}
    >
      {groups.map((group) => (
        <div key={group[0]?.word} className={classes.group}>
          {group.map(({ word, icon, run, keys }) => button(word, icon, () => run(editor), keys))}
        </div>
      ))}
      <div className={classes.group}>
        <LinkBox editor={editor} isOpen={isLinking} setOpen={setLinking}>
          {button('link', IconLink, () => setLinking(!isLinking), 'Ctrl K')}
        </LinkBox>
        {mentions &&
          button('mention', IconAt, () =>
            editor.chain().focus().insertContent(opener(editor)).run(),
          )}
      </div>
    </div>
  );
}

/** An `@` that opens the list stands behind a space. */
function opener({ state }: Editor): string {
  const { $from } = state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ').at(-1);
  return before === undefined || before === ' ' ? '@' : ' @';
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}
