import { Checkbox } from '@mantine/core';
import { useMe } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { settingsWords } from '../settings.words.ts';
import { personalWords } from './personal.words.ts';
import { useChangeMe } from './use-change-me.ts';
import classes from './notifications-page.module.css';

const events = ['assigned', 'shared', 'mentioned', 'followed', 'jobDone'] as const;
const places = { app: 'inApp', email: 'byEmail' } as const;

export function NotificationsPage() {
  const t = useWords(personalWords);
  const s = useWords(settingsWords);
  const { notifications } = useMe();
  const change = useChangeMe();
  return (
    <>
      <PageHead title={s('notifications')} text={t('notificationsText')} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('event')}</th>
            <th scope="col">{t('inApp')}</th>
            <th scope="col">{t('byEmail')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event}>
              <th scope="row">{t(event)}</th>
              {(['app', 'email'] as const).map((place) => (
                <td key={place}>
                  <Checkbox
                    aria-label={t('tell', { event: t(event), where: t(places[place]) })}
                    checked={notifications[event]?.[place] ?? false}
                    onChange={({ currentTarget: { checked } }) =>
                      change.mutate({ notifications: { [event]: { [place]: checked } } })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
