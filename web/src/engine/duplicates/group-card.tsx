import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDateTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { FieldShow } from '#web/engine/fields/field-show.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { DuplicateGroup } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';
import classes from './group-card.module.css';
import { useReasons } from './reason-words.ts';
import { told } from './use-members.ts';

interface Props {
  object: ScreenObject;
  group: DuplicateGroup;
  records: ReadonlyMap<string, RecordData>;
  onCompare: (group: DuplicateGroup) => void;
  onDismiss: (group: DuplicateGroup, dismissed: boolean) => void;
}

/** Records that probably are one, why, and what can be done. */
export function GroupCard({ object, group, records, onCompare, onDismiss }: Props) {
  const t = useWords(duplicatesWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const reasonsOf = useReasons(object);
  const fields = told(object).flatMap((key) => object.field.get(key) ?? []);
  const isDismissed = group.dismissedAt !== null;
  const mayChange = object.rights.update !== 'none';
  const names = group.members.map(({ title }) => title).join(', ');
  return (
    <section className={classes.group} aria-label={names}>
      <div className={classes.head}>
        <span className={classes.score}>{t('points', { score: group.score })}</span>
        <span className={classes.why}>{reasonsOf(group.reasons)}</span>
        {group.dismissedAt !== null && (
          <span className={classes.why}>
            {t('dismissedBy', {
              name: group.dismissedBy?.title ?? t('system'),
              time: formatDateTime(new Date(group.dismissedAt), timeZone),
            })}
          </span>
        )}
        {mayChange && (
          <span className={classes.actions}>
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              onClick={() => onDismiss(group, !isDismissed)}
            >
              {t(isDismissed ? 'bringBack' : 'notTheSame')}
            </Button>
            {!isDismissed && (
              <Button variant="default" size="xs" onClick={() => onCompare(group)}>
                {t('compare')}
              </Button>
            )}
          </span>
        )}
      </div>
      <ul className={classes.members}>
        {group.members.map((member) => {
          const record = records.get(member.id);
          return (
            <li key={member.id} className={classes.member}>
              <Link
                to="/$objects/$id"
                params={{ objects: object.path, id: member.id }}
                className={classes.name}
              >
                {member.title || t('unnamed')}
              </Link>
              {fields.map((field) => (
                <span key={field.key} className={classes.fact} title={label(field.label)}>
                  {record && <FieldShow field={field} value={record[field.key]} place="cell" />}
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
