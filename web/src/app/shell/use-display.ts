import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Language } from '#shared/messages/language.ts';
import type { Me } from '#web/api/me.ts';
import { meQuery } from '#web/api/queries.ts';
import { send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { shellWords } from './shell.words.ts';

type Display = Partial<Pick<Me, 'theme' | 'density' | 'language'>>;

/** How this person sees the screens: changed at once, kept with them for every machine. */
export function useDisplay() {
  const t = useWords(shellWords);
  const client = useQueryClient();
  const { setLanguage } = useLanguage();
  const change = useMutation({
    mutationFn: (display: Display) => send<Me>('PATCH', '/api/v1/me', display),
    onMutate: (display) =>
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, ...display }),
    onError: () => notify({ tone: 'warn', text: t('notSaved') }),
  });
  return {
    save: (display: Display) => change.mutate(display),
    setLanguage(language: Language) {
      setLanguage(language);
      change.mutate({ language });
    },
  };
}

/** Theme and density of the person on the page; stands once in the frame. */
export function useApplyDisplay(): void {
  const { theme, density } = useMe();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
}
