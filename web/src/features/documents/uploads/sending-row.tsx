import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconPlayerPause, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { documentWords } from '../documents.words.ts';
import { pause, resume, stop } from './send-uploads.ts';
import { percentOf, type Sending } from './sending.ts';
import classes from './tray.module.css';
import { uploadStore } from './upload-store.ts';

const tones: Readonly<Record<Sending['state'], Tone>> = {
  queued: 'idle',
  sending: 'info',
  paused: 'idle',
  offline: 'warn',
  signedOut: 'warn',
  failed: 'bad',
  done: 'ok',
  unfinished: 'warn',
};

/** A file on its way: how far it is, and what can be done. */
export function SendingRow({ sending }: { sending: Sending }) {
  const t = useWords(documentWords);
  const { language } = useLanguage();
  const [isOther, setOther] = useState(false);
  const { id, name, size, sent, state, reason, document } = sending;
  const percent = percentOf(sending);
  const said = {
    queued: t('queued'),
    sending: t('progress', {
      percent,
      sent: formatBytes(sent, language),
      size: formatBytes(size, language),
    }),
    paused: t('paused', { percent }),
    offline: t('offline', { percent }),
    signedOut: t('signedOut'),
    failed: reason ?? '',
    done: t('done'),
    unfinished: t('unfinished', { percent }),
  }[state];
  const canResume = ['paused', 'offline', 'signedOut', 'failed'].includes(state);
  return (
    <li className={classes.row}>
      <StatusGlyph tone={tones[state]} />
      <span className={classes.text}>
        {document === undefined ? (
          <span className={classes.name}>{name}</span>
        ) : (
          <Link
            className={classes.name ?? ''}
            to="/$objects/$id"
            params={{ objects: 'documents', id: document }}
            aria-label={t('openSent', { name })}
          >
            {name}
          </Link>
        )}
        <span className={state === 'failed' || isOther ? classes.failed : classes.meta}>
          {isOther ? t('otherFile', { name }) : said}
        </span>
        {state !== 'done' && (
          <progress className={classes.progress} value={sent} max={size || 1} aria-label={name} />
        )}
      </span>
      {canResume && (
        <Button
          size="xs"
          variant="default"
          aria-label={t(state === 'failed' ? 'retryOf' : 'resumeOf', { name })}
          onClick={() => void resume(id)}
        >
          {t(state === 'failed' ? 'again' : 'resume')}
        </Button>
      )}
      {state === 'unfinished' && (
        <FileButton
          onChange={(file) => file && void resume(id, file).then((fits) => setOther(!fits))}
        >
          {(button) => (
            <Button {...button} size="xs" variant="default" aria-label={t('chooseOf', { name })}>
              {t('choose')}
            </Button>
          )}
        </FileButton>
      )}
      {state === 'sending' && (
        <ActionIcon aria-label={t('pause', { name })} onClick={() => pause(id)}>
          <IconPlayerPause size={16} stroke={1.7} />
        </ActionIcon>
      )}
      <ActionIcon
        aria-label={t('stop', { name })}
        onClick={() => (state === 'done' ? uploadStore.drop(id) : stop(id))}
      >
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  );
}
