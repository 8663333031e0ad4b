import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '#web/api/people.ts';
import { useTyping } from '#web/engine/live/signals.ts';
import { useWords } from '#web/words/language.tsx';
import type { TalkKind } from './said.ts';
import classes from './talk.module.css';
import { talkWords } from './talk.words.ts';

/** Who is writing at this moment; keeps its place when nobody is. */
export function TypingLine({ kind, id }: { kind: TalkKind; id: string }) {
  const t = useWords(talkWords);
  const typing = useTyping(kind.object, id);
  const { data } = useQuery(membersQuery);
  const names = typing.flatMap(
    (member) => data?.items.find((one) => one.id === member)?.name ?? [],
  );
  const [name] = names;
  return (
    <p className={classes.typing} aria-live="polite">
      {name !== undefined &&
        (names.length === 1
          ? t('typingOne', { name })
          : t('typingMany', { names: names.slice(0, 3).join(', ') }))}
    </p>
  );
}
