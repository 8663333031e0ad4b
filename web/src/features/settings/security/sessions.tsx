import { Button, Skeleton } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { browserName } from './browser-name.ts';
import { securityWords } from './security.words.ts';
import { sessionsKey, sessionsQuery, type Session } from './sessions-query.ts';
import danger from '../danger.module.css';
import classes from './sessions.module.css';

/** Where one is signed in, and ending that. */
export function Sessions() {
  const t = useWords(securityWords);
  const tell = useTell();
  const client = useQueryClient();
  const { data: sessions } = useQuery(sessionsQuery);
  const endOthers = useMutation({
    mutationFn: () => send('POST', '/api/auth/sessions/end-others'),
    onSuccess: () => notify({ tone: 'ok', text: t('endedOthers') }),
    onError: tell,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
  if (!sessions) return <Skeleton height={96} />;
  return (
    <>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {t('endOthers')}
          </Button>
        </div>
      ) : (
        <p className={classes.quiet}>{t('noOthers')}</p>
      )}
    </>
  );
}

function SessionLine({ session }: { session: Session }) {
  const t = useWords(securityWords);
  const tell = useTell();
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const { browser = t('unknownBrowser'), device } = browserName(session.browser);
  const name = device ? t('onDevice', { browser, device }) : browser;
  const end = useMutation({
    mutationFn: () => send('DELETE', `/api/auth/sessions/${session.id}`),
    onSuccess: () => notify({ tone: 'ok', text: t('ended', { browser: name }) }),
    onError: tell,
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
  const Device = device === 'iPhone' || device === 'Android' ? IconDeviceMobile : IconDeviceDesktop;
  const when = formatDateTime(new Date(session.lastUsedAt), timeZone);
  return (
    <li className={classes.line}>
      <Device size={20} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>
          {[session.address, t('lastUsed', { when })].filter(Boolean).join(' · ')}
        </span>
      </span>
      {session.current ? (
        <span className={classes.here}>
          <StatusGlyph tone="ok" />
          {t('here')}
        </span>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          className={danger.danger ?? ''}
          aria-label={t('endOf', { browser: name })}
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
