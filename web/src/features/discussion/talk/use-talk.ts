import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { address, get } from '#web/api/request.ts';
import { endTyping } from '#web/engine/live/signals.ts';
import { onTouched } from '#web/engine/live/touched.ts';
import { mergeSaid, replaceSaid } from './merge-said.ts';
import type { Said, TalkKind, TalkPage } from './said.ts';

interface Known {
  said: readonly Said[];
  /** Of the page before; null when the beginning is there. */
  cursor: string | null;
  state: 'loading' | 'there' | 'missing' | 'offline';
}

const nothing: Known = { said: [], cursor: null, state: 'loading' };
const perPage = 50;
const mostAsked = 100;

/**
 * What was said, from the newest back as far as one looked. Live changes fetch only what changed, so a long talk costs no
 * more than a short one. Rendered with a key of the talk, so that every one begins anew.
 */
export function useTalk(kind: TalkKind, id: string) {
  const [known, setKnown] = useState(nothing);
  const newest = useRef(known);
  useEffect(() => {
    newest.current = known;
  }, [known]);
  const place = `${kind.path}/${id}/${kind.pieces}`;

  const begin = useCallback(
    () =>
      get<TalkPage>(address(place, { limit: String(perPage) })).then(
        ({ items, nextCursor }) =>
          // What was loaded further back stays only where nothing is missing between.
          setKnown((old) => {
            const isWhole = old.said.some((each) => each.id === items[0]?.id);
            return isWhole
              ? { ...old, said: mergeSaid(old.said, items), state: 'there' }
              : { said: items, cursor: nextCursor, state: 'there' };
          }),
        (error: unknown) => {
          const state = isProblem(error, 'notFound') ? 'missing' : 'offline';
          setKnown((old) => ({ ...old, state: old.said.length > 0 ? 'there' : state }));
        },
      ),
    [place],
  );

  const renew = useCallback(
    async (ids: ReadonlySet<string>) => {
      if (ids.size > mostAsked) return begin();
      const query = { ids: [...ids].join(','), limit: String(mostAsked) };
      const page = await get<TalkPage>(address(place, query)).catch(() => undefined);
      if (!page) return undefined;
      for (const { createdBy } of page.items)
        if (createdBy) endTyping({ object: kind.object, recordId: id, member: createdBy.id });
      // A change to what is further back than one looked does not concern this page.
      setKnown((old) => {
        const from = old.cursor === null ? '' : (old.said[0]?.createdAt ?? '');
        const came = page.items.filter(({ createdAt }) => createdAt >= from);
        return { ...old, said: replaceSaid(old.said, ids, came) };
      });
      return undefined;
    },
    [begin, place, kind.object, id],
  );

  const isAsking = useRef(false);
  const loadBefore = useCallback(async () => {
    const { cursor } = newest.current;
    if (cursor === null || isAsking.current) return;
    isAsking.current = true;
    const query = { cursor, limit: String(perPage) };
    const page = await get<TalkPage>(address(place, query)).catch(() => undefined);
    isAsking.current = false;
    if (page)
      setKnown((old) => ({
        ...old,
        said: mergeSaid(page.items, old.said),
        cursor: page.nextCursor,
      }));
  }, [place]);

  useEffect(() => {
    void begin();
    return onTouched(kind.piece, (ids) => void (ids ? renew(ids) : begin()));
  }, [begin, renew, kind.piece]);

  return {
    ...known,
    isWhole: known.cursor === null,
    loadBefore,
    add: (one: Said) => setKnown((old) => ({ ...old, said: mergeSaid(old.said, [one]) })),
    again: () => void begin(),
  };
}

export type Talk = ReturnType<typeof useTalk>;
