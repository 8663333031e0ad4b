import { useQueryClient } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import type { ListState } from '../list-params.ts';
import type { Selection } from '../table/use-selection.ts';
import { bulkWords } from './bulk.words.ts';
import { findSelected } from './find-selected.ts';
import { runInPieces } from './run-in-pieces.ts';
import { useSayAlong } from './say-along.ts';
import type { useBulk } from './use-bulk.tsx';

export interface Giving {
  owner: unknown;
  /** What the new owner is called. */
  who: string;
  /** Relations by which records go along: `contact.account`. */
  along: readonly string[];
}

/** A record that was given away, and whose it was. */
interface Given {
  object: string;
  id: string;
  version: number;
  owner: string | null;
  team: string | null;
}

/** Gives all that is selected to somebody, with what goes along, and takes all of it back. */
export function useGive(object: ScreenObject, { run, tell, patch }: ReturnType<typeof useBulk>) {
  const t = useWords(bulkWords);
  const { language } = useLanguage();
  const model = useModel();
  const say = useSayAlong();
  const client = useQueryClient();
  const pathOf = (key: string) => model.byKey.get(key)?.path ?? key;
  const isOwn = (given: Given) => given.object === object.key;

  const takeBack = (given: readonly Given[]) =>
    run('undoing', given.length, async (show, signal) => {
      const kinds = Map.groupBy(given, (each) => each.object);
      let before = 0;
      for (const [key, records] of kinds) {
        const mayTeam = model.byKey.get(key)?.field.get('team')?.writable === true;
        // With the version it was left with: what somebody changed since is not written over.
        const items = records.map(({ id, version, owner, team }) => ({
          id,
          version,
          owner,
          ...(mayTeam && { team }),
        }));
        const base = before;
        // oxlint-disable-next-line no-await-in-loop
        const outcome = await patch(items, (done) => show(base + done), signal, pathOf(key));
        before += records.length;
        if (key === object.key || outcome.refused > 0) tell('undone', outcome);
      }
      await renew(client, ...[...kinds.keys()].map(pathOf));
    });

  return (state: ListState, selection: Selection, total: number, giving: Giving) =>
    run('working', total, async (show, signal) => {
      const found = await findSelected(object.path, state, selection, [], { signal });
      const outcome = await runInPieces(
        found.map(({ id }) => id),
        async (ids) => {
          const { owner, along } = giving;
          const body = { ids, owner, along };
          return (await send<{ items: Given[] }>('POST', address(`${object.path}/hand-over`), body))
            .items;
        },
        { onProgress: show, signal },
      );
      const others = Map.groupBy(
        outcome.done.filter((each) => !isOwn(each)),
        (each) => each.object,
      );
      const more = [...others].map(([key, records]) => {
        const { count, name } = say(key, records.length);
        return `${count} ${name}`;
      });
      const along =
        more.length > 0 ? t('along', { more: new Intl.ListFormat(language).format(more) }) : '';
      tell(
        'given',
        { ...outcome, done: outcome.done.filter(isOwn) },
        { who: giving.who, along },
        () => void takeBack(outcome.done),
      );
      await renew(client, ...[...others.keys()].map(pathOf));
    });
}
