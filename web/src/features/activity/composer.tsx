import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useCommands } from '#web/engine/commands/commands.ts';
import { useObject } from '#web/engine/model.ts';
import { useOnPage } from '#web/engine/record/record-context.tsx';
import type { ComposerProps } from '#web/engine/record/thread/entry-kinds.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { Note } from '#web/ui/note.tsx';
import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import { ComposerFields } from './composer-fields.tsx';
import { ComposerTabs } from './composer-tabs.tsx';
import { ComposerText } from './composer-text.tsx';
import { activityOf } from './draft.ts';
import { useComposer } from './use-composer.ts';
import classes from './composer.module.css';

const sends = { note: 'sendNote', call: 'sendCall', plan: 'sendPlan' } as const;

/** Where one writes a note, logs a call or plans something with whoever the page is about. */
export function Composer(props: ComposerProps) {
  const object = useObject({ key: 'activity' });
  return object && <Box object={object} {...props} />;
}

function Box({ object, onDone, autoFocus = false }: ComposerProps & { object: ScreenObject }) {
  const t = useWords(activityWords);
  const box = useRef<HTMLElement>(null);
  const { title } = useOnPage();
  const composer = useComposer(object, () => {
    onDone?.();
    // Where the next one begins, once it is drawn again.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-opens]')?.focus());
  });
  const { draft, tab, isOpen, isWhole, isSending } = composer;
  useCommands([
    {
      id: 'thread.note',
      label: t('write', { title }),
      keys: 'n',
      run: () => {
        composer.open();
        box.current?.querySelector<HTMLElement>('[contenteditable], [data-opens]')?.focus();
      },
    },
  ]);
  return (
    <section ref={box} className={classes.composer} aria-label={t('write', { title })}>
      <ComposerTabs chosen={tab} onChoose={composer.choose} />
      {tab !== 'note' && (
        <ComposerFields
          object={object}
          tab={tab}
          values={draft[tab] ?? {}}
          errors={composer.errors}
          onChange={composer.fill}
        />
      )}
      <ComposerText
        tab={tab}
        isOpen={isOpen || autoFocus}
        value={draft.text ?? null}
        onOpen={composer.open}
        onChange={composer.write}
        onSubmit={composer.send}
      />
      {composer.failed !== undefined && (
        <Note tone="bad">{t('failed', { reason: composer.failed })}</Note>
      )}
      {(isOpen || autoFocus || tab !== 'note') && (
        <div className={classes.foot}>
          {tab !== 'note' && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() =>
                openForm({
                  object: object.key,
                  values: { ...composer.about, ...activityOf(draft, new Date()) },
                  onDone: composer.drop,
                })
              }
            >
              {t('moreFields')}
            </Button>
          )}
          <span className={classes.hint}>
            <Keys caps={['Ctrl', 'Enter']} />
          </span>
          <Button size="xs" disabled={!isWhole || isSending} onClick={composer.send}>
            {t(sends[tab])}
          </Button>
        </div>
      )}
    </section>
  );
}
