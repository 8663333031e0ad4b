import { Link } from '@tanstack/react-router';
import { FieldShow } from '#web/engine/fields/field-show.tsx';
import { asReference, asReferences, asText, titlesOf } from '#web/engine/fields/read-value.ts';
import { useObject } from '#web/engine/model.ts';
import { useOnPage } from '#web/engine/record/record-context.tsx';
import type { RecordEntry } from '#web/engine/record/thread/timeline.ts';
import { RichText } from '#web/engine/rich-text/rich-text.tsx';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import { openStatuses } from '#shared/activity.ts';
import { givenName } from '#shared/locale/person-name.ts';
import classes from './activity.module.css';
import { activityWords } from './activity.words.ts';
import { KindIcon } from './kind-icon.tsx';
import { OpenActions } from './open-actions.tsx';

const tones = { forgotten: 'warn', cancelled: 'closed', inProgress: 'info' } as const;

/** A call, a meeting, a note in the thread: what it was, who did it, what came of it. */
export function ActivityKnot({ entry }: { entry: RecordEntry }) {
  const { values } = entry;
  const result = useObject({ key: 'activity' })?.field.get('result');
  const kind = asText(values['kind']);
  const status = asText(values['status']);
  const text = [values['summary'], values['description']].map(asText).find((each) => each !== '');
  return (
    <>
      <div className={classes.line}>
        <KindIcon kind={kind} className={classes.icon} />
        <p className={`${classes.what} ${status === 'cancelled' ? classes.off : ''}`}>
          <Said values={values} kind={kind} />
        </p>
        <StatusWord status={status} />
        {result && asText(values['result']) !== '' && (
          <span className={classes.result}>
            <FieldShow field={result} value={values['result']} place="cell" />
          </span>
        )}
        {openStatuses.includes(status) && <OpenActions activity={values} />}
      </div>
      {text !== undefined && <RichText html={text} />}
    </>
  );
}

function Said({ values, kind }: { values: RecordEntry['values']; kind: string }) {
  const t = useWords(activityWords);
  const { record } = useOnPage();
  const owner = asReference(values['owner'])?.title ?? '';
  if (kind === 'note')
    return (
      <>
        <b>{owner}</b> <span className={classes.meta}>{t('wrote')}</span>
      </>
    );
  const others = titlesOf(asReferences(values['contacts']).filter(({ id }) => id !== record.id));
  const about = [
    minutesOf(values, t),
    others && t('with', { names: others }),
    givenName(owner),
  ].filter(Boolean);
  return (
    <>
      <Link
        to="/$objects/$id"
        params={{ objects: 'activities', id: values.id }}
        className={classes.subject}
      >
        {asText(values['subject'])}
      </Link>{' '}
      <span className={classes.meta}>{about.join(', ')}</span>
    </>
  );
}

type Words = ReturnType<typeof useWords<(typeof activityWords)['vi']>>;

function minutesOf(values: RecordEntry['values'], t: Words): string {
  const { actualMinutes: spent, plannedMinutes: planned } = values;
  if (typeof spent !== 'number')
    return typeof planned === 'number' && planned > 0 ? t('minutes', { count: planned }) : '';
  return typeof planned === 'number' && planned > 0 && planned !== spent
    ? t('ofPlanned', { spent, planned })
    : t('minutes', { count: spent });
}

function StatusWord({ status }: { status: string }) {
  const t = useWords(activityWords);
  if (status !== 'forgotten' && status !== 'cancelled' && status !== 'inProgress') return null;
  return (
    <span className={classes.status}>
      <StatusGlyph tone={tones[status]} /> {t(status)}
    </span>
  );
}
