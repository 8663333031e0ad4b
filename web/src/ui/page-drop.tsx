import { IconUpload } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import classes from './page-drop.module.css';

interface Props {
  /** What becomes of them. */
  text: string;
  onDropped(transfer: DataTransfer): void;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, and says so as long as they float over it. */
export function PageDrop({ text, onDropped }: Props) {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onDropped);
  useEffect(() => {
    // Each part of the page that is crossed tells of entering before the one that is left.
    let depth = 0;
    const show = (now: number) => {
      depth = Math.max(0, now);
      setOver(depth > 0);
    };
    const enter = (event: DragEvent) => hasFiles(event) && show(depth + 1);
    const leave = (event: DragEvent) => hasFiles(event) && show(depth - 1);
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      show(0);
      // A part of the page that takes files itself has them already.
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) take(event.dataTransfer);
    };
    const ended = new AbortController();
    const { signal } = ended;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => ended.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes.zone} aria-hidden>
      <IconUpload size={20} stroke={1.5} />
      {text}
    </div>
  );
}
