import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '#web/api/people.ts';
import { useMe } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { conflictsQuery, type Slot } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';

/** What these people have on at the time, and who does not work then. */
export function InTheWay({ slot, people }: { slot: Slot; people: readonly string[] }) {
  const t = useWords(calendarWords);
  const { language } = useLanguage();
  const me = useMe();
  const { data } = useQuery(conflictsQuery({ ...slot, people }));
  const { data: members } = useQuery(membersQuery);
  const nameOf = (id: string | undefined) =>
    id === me.id ? t('you') : (members?.items.find((each) => each.id === id)?.name ?? '');
  if (!data || (data.overlaps.length === 0 && data.notWorking.length === 0)) return null;
  const [first, ...others] = data.overlaps;
  const name = first && (first.subject ?? t('somethingOf', { name: nameOf(first.members[0]) }));
  return (
    <Note tone="warn">
      {name !== undefined && (
        <p>
          {t('overlaps', {
            what: others.length > 0 ? t('andOthers', { what: name, count: others.length }) : name,
          })}
        </p>
      )}
      {data.notWorking.length > 0 && (
        <p>
          {data.notWorking.every((id) => id === me.id)
            ? t('outsideOwn')
            : t('outside', {
                who: new Intl.ListFormat(language).format(data.notWorking.map(nameOf)),
              })}
        </p>
      )}
    </Note>
  );
}
