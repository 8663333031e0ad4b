import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { isProblem } from '#web/api/problem.ts';
import { say } from '#web/words/define-words.ts';
import type { Notice } from './notify.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import classes from './notify.module.css';
import { uiWords } from './ui.words.ts';

const secondsShown = 6;
/** Toasts stand outside of the tree that knows the language; the document says it too. */
const spoken = () => (document.documentElement.lang === 'en' ? 'en' : 'vi');

/** Errors stay until they are closed; all else goes after six seconds. */
export function showToast({ tone, text, action }: Notice): void {
  const id = notifications.show({
    autoClose: tone === 'bad' ? false : secondsShown * 1000,
    role: tone === 'bad' ? 'alert' : 'status',
    className: classes.toast ?? '',
    closeButtonProps: { 'aria-label': say(uiWords, spoken(), 'closeNotice') },
    message: (
      <div className={classes.row}>
        <StatusGlyph tone={tone} />
        <span className={classes.text}>{text}</span>
        {action && (
          <Button
            variant="transparent"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              void perform(action.run);
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
    ),
  });
}

async function perform(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    const isOffline = isProblem(error, 'offline');
    const told = error instanceof Error ? error.message : '';
    const reason = isOffline ? say(uiWords, spoken(), 'offline') : told;
    showToast({ tone: 'bad', text: say(uiWords, spoken(), 'notDone', { reason }) });
  }
}
