import { useRef, useState, type KeyboardEvent } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { dayBefore, stretchName, type Stretch } from './thread-days.ts';
import { keyOf, ThreadEntry } from './thread-entry.tsx';
import { threadWords } from './thread.words.ts';
import type { TimelineEntry } from './timeline.ts';

interface Props {
  stretches: readonly Stretch<TimelineEntry>[];
  now: Date;
  isBusy: boolean;
}

const steps: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 };

/** What happened, newest first. One tab stop leads in; Page Down and Page Up walk from one to the next. */
export function Feed({ stretches, now, isBusy }: Props) {
  const t = useWords(threadWords);
  const { language, timeZone } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const today = dateInZone(now, timeZone);
  const nameOf = (key: string): string =>
    key === dayBefore(today) ? t('yesterday') : stretchName(key, today, language);
  const all = stretches.flatMap(({ entries }) => entries.map(keyOf));
  const current = chosen !== undefined && all.includes(chosen) ? chosen : all[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const isWriting =
      event.target instanceof HTMLElement && event.target.closest('[contenteditable], input');
    if (step === undefined || isWriting) return;
    const articles = [...(box.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
    const at = articles.findIndex((each) => each.contains(document.activeElement));
    const next = articles[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  let place = 0;
  return (
    <div ref={box} role="feed" aria-busy={isBusy} aria-label={t('past')} onKeyDown={onKeyDown}>
      {stretches.map(({ key, isNear, entries }) =>
        entries.map((entry, at) => (
          <ThreadEntry
            key={keyOf(entry)}
            entry={entry}
            isNear={isNear}
            {...(at === 0 && key !== today && { day: nameOf(key) })}
            place={++place}
            isStop={keyOf(entry) === current}
            onFocus={setChosen}
          />
        )),
      )}
    </div>
  );
}
