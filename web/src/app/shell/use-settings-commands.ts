import { IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Command } from '#web/engine/commands/commands.ts';
import { settingsWords } from '#web/features/settings/settings.words.ts';
import { usePages } from '#web/features/settings/use-pages.ts';
import { useWords } from '#web/words/language.tsx';

/** Every page of the settings this person may open. */
export function useSettingsCommands(): readonly Command[] {
  const t = useWords(settingsWords);
  const navigate = useNavigate();
  const pages = usePages().flatMap((each) => each.pages);
  return [
    {
      id: 'settings',
      label: t('settings'),
      keys: 'g s',
      icon: IconSettings,
      run: () => void navigate({ to: '/settings' }),
    },
    ...pages.map(({ key, words, icon }): Command => ({
      id: `settings ${key}`,
      label: t(words),
      group: t('settings'),
      icon,
      run: () => void navigate({ to: '/settings/$page', params: { page: key } }),
    })),
  ];
}
