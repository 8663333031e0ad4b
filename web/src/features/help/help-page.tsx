import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { usePageTitle } from '#web/engine/page-title.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './help-page.module.css';
import { helpWords } from './help.words.ts';
import { readTopic, topics } from './topics.ts';

const Text = lazy(async () => ({ default: (await import('./guide-text.tsx')).GuideText }));

/** The user's guide: topics at the left, one of them in the middle. */
export function HelpPage() {
  const t = useWords(helpWords);
  usePageTitle(t('guide'));
  const { language } = useLanguage();
  const params = useParams({ strict: false });
  const topic = topics.find((each) => each === params.topic) ?? topics[0];
  const { data: text } = useQuery({
    queryKey: ['guide', language, topic],
    queryFn: () => readTopic(language, topic),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const topicsNav = useRef<HTMLElement>(null);
  // On a phone they stand in one row; the open one is in sight.
  useEffect(() => {
    topicsNav.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [topic]);
  return (
    <div className={classes.frame}>
      <nav ref={topicsNav} className={classes.topics} aria-label={t('guide')}>
        {topics.map((each) => (
          <Link
            key={each}
            to="/help/$topic"
            params={{ topic: each }}
            className={classes.topic ?? ''}
            aria-current={each === topic ? 'page' : undefined}
          >
            {t(each)}
          </Link>
        ))}
      </nav>
      {/* Scrolled by the arrow keys, which takes focus: not every topic has a link. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.text} role="region" aria-label={t(topic)} tabIndex={0}>
        {text === undefined ? (
          <Skeleton height={240} />
        ) : (
          <Suspense fallback={<Skeleton height={240} />}>
            <Text text={text} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
