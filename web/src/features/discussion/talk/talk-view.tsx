import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { membersQuery } from '#web/api/people.ts';
import { useMe, useObject } from '#web/engine/model.ts';
import { dayBefore, stretchName } from '#web/engine/record/thread/thread-days.ts';
import { useNow } from '#web/engine/record/use-now.ts';
import { useUnread } from '#web/engine/unread/use-unread.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { Composer } from './composer.tsx';
import type { Said, TalkKind } from './said.ts';
import { SaidLine } from './said-line.tsx';
import { goesOn, inDays } from './talk-days.ts';
import classes from './talk.module.css';
import { talkWords } from './talk.words.ts';
import { TypingLine } from './typing-line.tsx';
import { useMarkRead } from './use-mark-read.ts';
import { useSaidActions } from './use-said-actions.ts';
import { useSayTyping } from './use-say-typing.ts';
import { useScroll } from './use-scroll.ts';
import { useTalk } from './use-talk.ts';

interface Props {
  kind: TalkKind;
  id: string;
  /** Of the box one writes in. */
  label: string;
  enterSends?: boolean;
  /** Why nothing more is written here; the box is not there then. */
  closed?: string | undefined;
  mayRemoveAll: boolean;
  children?: ReactNode;
}

/** Of what is unread, so many are loaded at once; who was away for longer goes back by themselves. */
const mostReached = 200;

/** A talk: what was said with its days, who is writing, and the box to write in. */
export function TalkView(props: Props) {
  const { kind, id, label, closed, children } = props;
  const t = useWords(talkWords);
  const { language } = useLanguage();
  const me = useMe();
  const { data: people } = useQuery(membersQuery);
  const talk = useTalk(kind, id);
  const actions = useSaidActions(kind, id, talk);
  const sayTyping = useSayTyping(kind, id);
  const [replyTo, setReplyTo] = useState<Said>();
  const unread = useUnread(kind.path).find((each) => each.id === id);
  // Where it begins stays where it was when one came.
  const [from, setFrom] = useState<{ readTo: string | null; count: number }>();
  if (!from && unread) setFrom(unread);
  const firstNew =
    from &&
    talk.said.find((one) => one.createdAt > (from.readTo ?? '') && one.createdBy?.id !== me.id);
  const [first] = talk.said;
  const isReaching =
    first !== undefined &&
    !talk.isWhole &&
    first.createdAt > (from?.readTo ?? first.createdAt) &&
    talk.said.length < mostReached;
  const { loadBefore } = talk;
  useEffect(() => {
    if (isReaching) void loadBefore();
  }, [isReaching, loadBefore, first]);
  const [box, isAtEnd, onScroll, toEnd] = useScroll(talk, { firstNew: firstNew?.id, isReaching });
  useMarkRead(kind, id, { last: talk.said.at(-1), isSeen: isAtEnd });
  const mayWrite = (useObject({ key: kind.piece })?.rights.create ?? false) && closed === undefined;
  const timeZone = me.timeZone ?? me.workspace.timeZone;
  const today = dateInZone(useNow(), timeZone);
  const pictureOf = (one: Said) =>
    people?.items.find((each) => each.id === one.createdBy?.id)?.picture ?? null;
  if (talk.state === 'missing') return <Empty title={t('goneTitle')} text={t('goneText')} />;
  if (talk.state === 'offline')
    return (
      <Empty title={t('notLoaded')}>
        <Button onClick={talk.again}>{t('again')}</Button>
      </Empty>
    );
  const nameOf = (day: string) => {
    if (day === today) return t('today');
    return day === dayBefore(today) ? t('yesterday') : stretchName(day, today, language);
  };
  return (
    <>
      <div ref={box} className={classes.scroll} onScroll={onScroll}>
        <div
          className={classes.said}
          role="log"
          aria-label={t('said')}
          aria-busy={talk.state === 'loading'}
        >
          {children}
          {talk.state === 'loading' && <Skeleton height={96} />}
          {talk.state === 'there' &&
            (talk.isWhole ? (
              <p className={classes.beginning}>{t('beginning')}</p>
            ) : (
              <Button variant="subtle" color="gray" onClick={() => void talk.loadBefore()}>
                {t('before')}
              </Button>
            ))}
          {inDays(talk.said, timeZone).map(({ day, said }) => (
            <section key={day} aria-label={nameOf(day)}>
              <h3 className={classes.day}>
                <span>{nameOf(day)}</span>
              </h3>
              {said.map((one, i) => (
                <div key={one.id}>
                  {one === firstNew && <p className={classes.new}>{t('new')}</p>}
                  <SaidLine
                    one={one}
                    kind={kind}
                    isMine={one.owner?.id === me.id}
                    isNext={one !== firstNew && goesOn(said[i - 1], one)}
                    picture={pictureOf(one)}
                    timeZone={timeZone}
                    mayAnswer={mayWrite}
                    mayRemove={props.mayRemoveAll}
                    onAnswer={setReplyTo}
                    onChange={actions.change}
                    onRemove={actions.remove}
                  />
                </div>
              ))}
            </section>
          ))}
        </div>
      </div>
      {!isAtEnd && (
        <Button className={classes.toEnd ?? ''} variant="default" size="compact-sm" onClick={toEnd}>
          {t('toEnd')}
        </Button>
      )}
      <TypingLine kind={kind} id={id} />
      {mayWrite ? (
        <Composer
          of={`${kind.object}.${id}`}
          label={label}
          enterSends={props.enterSends ?? false}
          replyTo={replyTo && { title: replyTo.excerpt, onDrop: () => setReplyTo(undefined) }}
          onTyping={sayTyping}
          onSend={async (written) => {
            const isTaken = await actions.say(written, replyTo);
            if (isTaken) {
              setReplyTo(undefined);
              toEnd();
            }
            return isTaken;
          }}
        />
      ) : (
        closed !== undefined && <p className={classes.closed}>{closed}</p>
      )}
    </>
  );
}
