import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { renew } from '#web/api/queries.ts';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from '../documents.words.ts';
import { watchSent } from './send-uploads.ts';
import { SendingRow } from './sending-row.tsx';
import classes from './tray.module.css';
import { uploadStore, useSendings } from './upload-store.ts';

const over: ReadonlySet<string> = new Set(['failed', 'signedOut']);

/** Files on their way, at the lower edge of whatever page is shown. */
export function Tray() {
  const t = useWords(documentWords);
  const client = useQueryClient();
  const sendings = useSendings();
  const [isOpen, setOpen] = useState(true);
  useEffect(() => watchSent(() => void renew(client, 'documents')), [client]);
  if (sendings.length === 0) return null;
  const failed = sendings.filter(({ state }) => over.has(state)).length;
  const done = sendings.filter(({ state }) => state === 'done').length;
  const left = sendings.filter(({ state }) => state === 'unfinished').length;
  const going = sendings.length - failed - done - left;
  const said =
    going > 0
      ? t('sending', { count: going })
      : failed > 0
        ? t('trayFailed', { count: failed })
        : left > 0
          ? t('trayLeft', { count: left })
          : t('sent', { count: done });
  const Fold = isOpen ? IconChevronDown : IconChevronUp;
  return (
    <section className={classes.tray} aria-label={t('uploads')}>
      <div className={classes.head}>
        <h2 className={classes.title} role="status">
          {said}
        </h2>
        {going + failed + left === 0 && (
          <Button size="xs" variant="default" onClick={() => uploadStore.clear()}>
            {t('clear')}
          </Button>
        )}
        <ActionIcon
          aria-label={t(isOpen ? 'hide' : 'show')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Fold size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      {isOpen && (
        <ul className={classes.list}>
          {sendings.map((sending) => (
            <SendingRow key={sending.id} sending={sending} />
          ))}
        </ul>
      )}
    </section>
  );
}
