import { Button, Popover, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useState, type ReactElement } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './rich-text.module.css';
import { richTextWords } from './rich-text.words.ts';
import { readAddress } from './safe-address.ts';

interface Props {
  editor: Editor;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** The button that opens it. */
  children: ReactElement;
}

/** Where the selected words lead. */
export function LinkBox({ editor, isOpen, setOpen, children }: Props) {
  const close = () => {
    setOpen(false);
    editor.commands.focus();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} onDismiss={close} trapFocus position="bottom-start">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        <LinkForm editor={editor} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useWords(richTextWords);
  const [before] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [typed, setTyped] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const put = () => {
    const href = readAddress(typed);
    if (href === undefined) return setWrong(true);
    const words = editor.chain().extendMarkRange('link');
    if (editor.state.selection.empty && before === '')
      words
        .insertContent({
          type: 'text',
          text: typed.trim(),
          marks: [{ type: 'link', attrs: { href } }],
        })
        // What is typed next is no part of it.
        .unsetMark('link');
    else words.setLink({ href });
    words.run();
    onDone();
  };
  return (
    <div
      className={classes.link}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        // Neither a new line, nor the end of what is being edited.
        event.preventDefault();
        event.stopPropagation();
        put();
      }}
      role="presentation"
    >
      <TextInput
        data-autofocus
        label={t('address')}
        inputMode="url"
        autoComplete="off"
        value={typed}
        error={isWrong && t('badAddress')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <div className={classes.buttons}>
        <Button size="xs" onClick={put}>
          {t('setLink')}
        </Button>
        {before !== '' && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              editor.chain().extendMarkRange('link').unsetLink().run();
              onDone();
            }}
          >
            {t('unlink')}
          </Button>
        )}
      </div>
    </div>
  );
}
