import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Label } from '#shared/define.ts';
import { freeKey, pathFrom } from '#web/engine/new-names.ts';
import { useWords } from '#web/words/language.tsx';
import { fieldError, isTaken } from '../use-tell.ts';
import { inBoth } from './complete-field.ts';
import type { Details } from './name-details.tsx';
import { namesQuery, useObjectChange, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import { reachOf, type ChosenReach } from './reach-choice.tsx';

const patienceMs = 300;

/** What is typed of a new object; whether its key and path are free is asked while one types. */
export function useNewObject(objects: readonly ObjectSetting[], onMade: (key: string) => void) {
  const t = useWords(objectsWords);
  const [name, setName] = useState<Label>({ vi: '', en: '' });
  const [typed, setTyped] = useState<Partial<Details>>({});
  const [reach, setReach] = useState<ChosenReach>({ reach: 'owned', whole: null });
  const { mutate, error: failure, isPending } = useObjectChange();
  const names = inBoth(name);
  const called = name.en || name.vi;
  const details: Details = {
    key: freeKey(called, new Set(objects.map((each) => each.key))),
    path: pathFrom(called),
    vi: '',
    en: '',
    ...typed,
  };
  const { key, path } = details;
  const [asked] = useDebouncedValue(`${key} ${path}`, patienceMs);
  const isAsked = asked === `${key} ${path}` && key !== '' && path !== '';
  const { error } = useQuery({ ...namesQuery(key, path), enabled: isAsked });
  const problem = failure ?? (isAsked ? error : null);
  const told = (of: 'key' | 'path') =>
    isTaken(problem, of) ? t(`${of}Taken`) : fieldError(problem, of);
  return {
    name,
    setName,
    names,
    reach,
    setReach,
    details,
    detailErrors: { key: told('key'), path: told('path') },
    say: (change: Partial<Details>) => setTyped({ ...typed, ...change }),
    failure,
    isPending,
    isReady: key !== '' && path !== '' && (reach.reach !== 'through' || reach.whole !== null),
    make: () =>
      mutate(
        {
          method: 'POST',
          path: '',
          body: {
            key,
            path,
            label: names,
            pluralLabel: inBoth({ vi: details.vi || names.vi, en: details.en || names.en }),
            ...reachOf(reach, objects),
          },
        },
        { onSuccess: () => onMade(key) },
      ),
  };
}
