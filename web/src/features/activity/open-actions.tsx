import { Button, Menu } from '@mantine/core';
import type { RecordData } from '#web/api/records.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useObject } from '#web/engine/model.ts';
import { failureText } from '#web/engine/record/people/failure-text.ts';
import { useOnPage } from '#web/engine/record/record-context.tsx';
import { useNow } from '#web/engine/record/use-now.ts';
import { useSave } from '#web/engine/records/save.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { ScreenObject } from '#web/api/model.ts';
import { usualTimes } from '../plan/finish/next-times.ts';
import { useSayTime } from '../plan/finish/say-time.ts';
import { openFinish } from '../plan/index.ts';
import classes from './activity.module.css';
import { activityWords } from './activity.words.ts';

/** Of what is still to be done: done, or at another time. */
export function OpenActions({ activity }: { activity: RecordData }) {
  const t = useWords(activityWords);
  const object = useObject({ key: 'activity' });
  const { isGone } = useOnPage();
  if (!object || isGone || object.rights.update === 'none') return null;
  const title = asText(activity['subject']);
  return (
    <span className={classes.actions}>
      <MoveMenu object={object} activity={activity} title={title} />
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('doneOf', { title })}
        onClick={() => openFinish(activity)}
      >
        {t('done')}
      </Button>
    </span>
  );
}

interface Move {
  object: ScreenObject;
  activity: RecordData;
  title: string;
}

function MoveMenu({ object, activity, title }: Move) {
  const t = useWords(activityWords);
  const { timeZone } = useLanguage();
  const now = useNow();
  const sayTime = useSayTime();
  const { update } = useSave(object);
  const { id } = activity;
  const move = async (startsAt: string) => {
    try {
      const saved = await update(id, activity.version, { startsAt }, activity);
      const back = { startsAt: activity['startsAt'], endsAt: activity['endsAt'] };
      notify({
        tone: 'ok',
        text: t('moved', { when: sayTime(startsAt) }),
        action: { label: t('undo'), run: () => update(id, saved.version, back) },
      });
    } catch (error) {
      const reason = failureText(error, t('offline'));
      notify({ tone: 'bad', text: t('notMoved', { reason }) });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('moveOf', { title })}>
          {t('move')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {usualTimes(now, timeZone).map(({ startsAt }) => (
          <Menu.Item key={startsAt} onClick={() => void move(startsAt)}>
            {sayTime(startsAt)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => openForm({ object: object.key, recordId: id })}>
          {t('otherTime')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
