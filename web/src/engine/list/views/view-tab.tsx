import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { Filter } from '#shared/filter.ts';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { everything } from '../list-state.ts';
import { viewWords } from './views.words.ts';
import classes from './view-tabs.module.css';

interface Props {
  object: ScreenObject;
  id: string | null;
  name: string;
  where?: Filter | undefined;
  q?: string | undefined;
  isOn: boolean;
  onOpen(id: string | null): void;
  children?: ReactNode;
}

export function ViewTab({ object, id, name, where, q, isOn, onOpen, children }: Props) {
  const t = useWords(viewWords);
  const { language } = useLanguage();
  const tab = useRef<HTMLAnchorElement>(null);
  // Counted as lists are, up to a thousand: a tab may not cost more than what it opens.
  const { data } = useQuery({
    queryKey: [...keys.records(object.path), 'count', where, q],
    queryFn: async ({ signal }) =>
      (await queryRecords(object.path, { where, q, fields: [], limit: 1 }, signal)).total,
    staleTime: 30_000,
  });
  useEffect(() => {
    if (isOn) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Its count makes it wider.
  }, [isOn, data]);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(id);
  };
  const count = data && formatNumber(String(data.value), language);
  return (
    <span className={`${classes.tab} ${isOn ? classes.on : ''}`}>
      <a
        ref={tab}
        href={`/${object.path}?view=${id ?? everything}`}
        aria-current={isOn ? 'page' : undefined}
        className={classes.link}
        onClick={follow}
      >
        {name}
        {count !== undefined && (
          <span className={classes.count}>{data?.exact ? count : t('more', { count })}</span>
        )}
      </a>
      {children}
    </span>
  );
}
