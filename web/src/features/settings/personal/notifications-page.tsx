import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { settingsWords } from '../settings.words.ts';
import { NoticeDevices } from './notice-devices.tsx';
import { NoticeTable } from './notice-table.tsx';
import { NoticeTimes } from './notice-times.tsx';
import { personalWords } from './personal.words.ts';

/** What one is told of, where and when. */
export function NotificationsPage() {
  const t = useWords(personalWords);
  const s = useWords(settingsWords);
  return (
    <>
      <PageHead title={s('notifications')} text={t('notificationsText')} />
      <NoticeTable />
      <NoticeDevices />
      <NoticeTimes />
    </>
  );
}
