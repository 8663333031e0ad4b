import { Link } from '@tanstack/react-router';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useModel } from '#web/engine/model.ts';
import { ChangeTable } from '#web/engine/record/thread/change-table.tsx';
import { fieldChanges } from '#web/engine/record/thread/field-changes.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import classes from './history-page.module.css';
import type { HistoryLine } from './history-query.ts';
import { historyWords } from './history.words.ts';

const actions = [
  'create',
  'update',
  'remove',
  'restore',
  'merge',
  'share',
  'unshare',
  'attach',
  'detach',
  'preview',
  'endSessions',
  'invite',
  'deactivate',
  'reactivate',
  'archive',
  'erase',
  'inviteAgain',
  'acceptInvitation',
  'revoke',
] as const;
const people = ['member', 'team', 'role', 'apiKey'] as const;
const settings = {
  'setting.object': 'settingObject',
  'setting.field': 'settingField',
  'setting.layout': 'settingLayout',
  'setting.preview': 'member',
  'setting.sample': 'settingSample',
  'setting.company': 'settingCompany',
} as const;

/** One line: when, who, and what they did to what. */
export function HistoryRow({ line }: { line: HistoryLine }) {
  const t = useWords(historyWords);
  const label = useLabel();
  const { language, timeZone } = useLanguage();
  const { byKey } = useModel();
  const { record } = line;
  const object = byKey.get(record.object);
  const action = actions.find((each) => each === line.action) ?? 'other';
  const thingName = object ? lower(label(object.label)) : t(thing(record.object));
  // A record without a name of its own is called what it is, and that leads to it.
  const isNamed = record.title !== null || !object || line.action === 'remove';
  const settingName = (setting: HistoryLine['setting']): string | undefined => {
    if (!setting) return undefined;
    const about = byKey.get(setting.object);
    const field = setting.field === null ? undefined : about?.field.get(setting.field);
    // What is archived has no words any more; its key is what is left.
    return [about ? label(about.label) : setting.object, field ? label(field.label) : setting.field]
      .filter(Boolean)
      .join(' · ');
  };
  const changes = fieldChanges(object, line.changes, { language, timeZone, unseen: t('gone') });
  return (
    <tr>
      <td className={classes.when}>{formatDateTime(new Date(line.at), timeZone)}</td>
      <td className={classes.who}>{line.actor?.title ?? t('system')}</td>
      <td className={classes.what}>
        {t(action)} {isNamed && `${thingName} `}
        {object && line.action !== 'remove' ? (
          <Link
            className={classes.link ?? ''}
            to="/$objects/$id"
            params={{ objects: object.path, id: record.id }}
          >
            {record.title ?? thingName}
          </Link>
        ) : (
          <b>{line.record.title ?? settingName(line.setting) ?? t('gone')}</b>
        )}
        {line.action === 'update' && changes.length > 0 && <ChangeTable changes={changes} />}
      </td>
    </tr>
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function thing(
  object: string,
): (typeof people)[number] | 'settingOther' | (typeof settings)[keyof typeof settings] {
  const person = people.find((each) => each === object);
  if (person) return person;
  return Object.hasOwn(settings, object)
    ? settings[object as keyof typeof settings]
    : 'settingOther';
}
