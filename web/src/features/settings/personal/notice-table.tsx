import { Checkbox } from '@mantine/core';
import { notificationEvents } from '#shared/personal.ts';
import { useMe } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { personalWords } from './personal.words.ts';
import { useChangeMe } from './use-change-me.ts';
import classes from './notifications-page.module.css';

const places = { app: 'inApp', push: 'byPush', email: 'byEmail' } as const;

/** Each kind of notice, and the places where it may come. */
export function NoticeTable() {
  const t = useWords(personalWords);
  const { notifications } = useMe();
  const change = useChangeMe();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('event')}</th>
          {Object.values(places).map((word) => (
            <th key={word} scope="col">
              {t(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notificationEvents.map((event) => (
          <tr key={event}>
            <th scope="row">{t(event)}</th>
            {(['app', 'push', 'email'] as const).map((place) => (
              <td key={place}>
                <Checkbox
                  classNames={{ body: classes.tick ?? '', label: classes.wholeCell ?? '' }}
                  label={
                    <span className="unseen">
                      {t('tell', { event: t(event), where: t(places[place]) })}
                    </span>
                  }
                  checked={notifications[event][place]}
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
  );
}
