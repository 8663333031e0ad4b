import { IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from '../documents.words.ts';
import classes from './drop-zone.module.css';

interface Props {
  /** Name of the place. */
  place: string;
  onDropped(transfer: DataTransfer): void;
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/** Files dropped anywhere on the page come to the folder that is shown. */
export function DropZone({ place, onDropped }: Props) {
  const t = useWords(documentWords);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const show = (step: number) => {
      depth = step === 0 ? 0 : Math.max(0, depth + step);
      setOver(depth > 0);
    };
    const enter = (event: DragEvent) => hasFiles(event) && show(1);
    const leave = (event: DragEvent) => hasFiles(event) && show(-1);
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      show(0);
      if (event.dataTransfer) onDropped(event.dataTransfer);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener);
    };
  }, [onDropped]);
  if (!isOver) return null;
  return (
    <div className={classes.zone} aria-hidden>
      <IconUpload size={20} stroke={1.5} />
      {t('drop', { place })}
    </div>
  );
}
