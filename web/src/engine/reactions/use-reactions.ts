import { useState } from 'react';
import type { ReactionKind, Reactions } from '#shared/reactions.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useMe, useModel } from '../model.ts';
import { reactionsWords } from './reactions.words.ts';
import { toggled } from './toggle.ts';

interface Of {
  object: string;
  id: string;
  reactions: readonly Reactions[];
}

/** Reactions as they are shown: mine at once, until the answer with everybody's comes. */
export function useReactions({ object, id, reactions }: Of) {
  const t = useWords(reactionsWords);
  const { name } = useMe();
  const path = useModel().byKey.get(object)?.path ?? object;
  const [mine, setMine] = useState<{ over: readonly Reactions[]; now: readonly Reactions[] }>();
  const shown = mine?.over === reactions ? mine.now : reactions;
  const react = (kind: ReactionKind) => {
    const method = shown.some((each) => each.kind === kind && each.mine) ? 'DELETE' : 'PUT';
    setMine({ over: reactions, now: toggled(shown, kind, name) });
    send(method, address(`${path}/${id}/reactions/${kind}`)).catch(() => {
      setMine(undefined);
      notify({ tone: 'bad', text: t('failed') });
    });
  };
  return { shown, react };
}
