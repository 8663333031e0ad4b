import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { languages, type Language } from '#shared/messages/language.ts';
import { meQuery } from '#web/api/queries.ts';
import { carry } from '#web/api/request.ts';
import { Toasts } from '#web/ui/notify.tsx';
import { cssVariables, theme } from '#web/ui/theme.ts';
import { LanguageProvider } from '#web/words/language.tsx';
import { queryClient } from './query-client.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
// Where the locks of scrolling behind dialogs look for it (`get-nonce`).
Object.assign(globalThis, { __webpack_nonce__: nonce });
const remembered = 'duyen.language';

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Speaking>
          <Toasts />
          {children}
        </Speaking>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The language of the person; before sign-in the one chosen last here, else the browser's. */
function Speaking({ children }: { children: ReactNode }) {
  // Whoever is not signed in is asked for on the pages that need it.
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const [chosen, setChosen] = useState<Language>(firstLanguage);
  const language = me?.language ?? chosen;
  const timeZone =
    me?.timeZone ?? me?.workspace.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(remembered, language);
    carry('accept-language', language);
  }, [language]);
  // At once everywhere; who is signed in saves it with PATCH /me beside this.
  const setLanguage = useCallback((next: Language) => {
    setChosen(next);
    queryClient.setQueryData(meQuery.queryKey, (before) => before && { ...before, language: next });
  }, []);

  return (
    <LanguageProvider language={language} timeZone={timeZone} setLanguage={setLanguage}>
      {children}
    </LanguageProvider>
  );
}

function firstLanguage(): Language {
  const wanted = [localStorage.getItem(remembered), ...navigator.languages];
  for (const each of wanted) {
    const found = languages.find((language) => each?.startsWith(language));
    if (found) return found;
  }
  return 'vi';
}
