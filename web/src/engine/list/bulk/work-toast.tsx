import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import classes from './bulk.module.css';

/** Work of fewer records ends before anybody could read how far it is. */
const worthShowing = 400;

interface Words {
  text(done: number): string;
  stop: string;
}

export interface Progressing {
  show(done: number): void;
  end(): void;
  signal: AbortSignal;
}

/** How far long work is, in the corner, on whatever page one goes to meanwhile. */
export function startProgress(total: number, { text, stop }: Words): Progressing {
  const controller = new AbortController();
  const { signal } = controller;
  if (total < worthShowing) return { show: () => undefined, end: () => undefined, signal };
  const message = (done: number) => (
    <div className={classes.progress}>
      <span>{text(done)}</span>
      <Progress value={(done / total) * 100} size="sm" aria-label={text(done)} />
      <Button variant="subtle" size="xs" color="gray" onClick={() => controller.abort()}>
        {stop}
      </Button>
    </div>
  );
  const id = notifications.show({ autoClose: false, withCloseButton: false, message: message(0) });
  return {
    show: (done) => notifications.update({ id, message: message(done) }),
    end: () => notifications.hide(id),
    signal,
  };
}
