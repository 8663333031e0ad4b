import { useQuery } from '@tanstack/react-query';
import { IconPhoneCall } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { useMe } from '#web/engine/model.ts';
import { useNow } from '#web/engine/record/use-now.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { openFinish } from './open-finish.ts';
import { todayQuery } from './plan.queries.ts';
import { planWords } from './plan.words.ts';
import classes from './running-call.module.css';
import { readRunning } from './running-call.ts';
import { useComeBack } from './use-come-back.ts';

/** The call that runs, on every page: with whom, how long already; a press tells what came of it. */
export function RunningCallBar() {
  const t = useWords(planWords);
  const { timeZone } = useLanguage();
  const { id: member } = useMe();
  const { data } = useQuery(todayQuery(dateInZone(useNow(), timeZone)));
  useComeBack(member);
  // Without a network only this device knows.
  const call = data ? data.running : readRunning(member);
  if (!call) return null;
  return (
    <button type="button" className={classes.running} onClick={() => openFinish(call)}>
      <span className="unseen">{t('logName', { name: call.title })}</span>
      <IconPhoneCall size={16} stroke={1.7} aria-hidden />
      <span className={classes.name} aria-hidden>
        {call.title}
      </span>
      <Clock startedAt={call.startedAt} />
      <span className={classes.act} aria-hidden>
        {t('log')}
      </span>
    </button>
  );
}

/** `03:12`, going on by itself. */
function Clock({ startedAt }: { startedAt: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return (
    <span className={classes.clock} aria-hidden>
      {hours > 0 ? `${hours}:${clock}` : clock}
    </span>
  );
}
