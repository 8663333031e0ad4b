import { useNavigate } from '@tanstack/react-router';
import { useCommands, type Command } from '#web/engine/commands/commands.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openKeyMap, openPalette } from './palette-state.ts';
import { groupsOf, tools } from './places.ts';
import { shellWords } from './shell.words.ts';
import { useDisplay } from './use-display.ts';
import { useSignOut } from './use-sign-out.ts';

/** Two letters for the objects of the program; what a company made is reached by its name. */
const letters: Readonly<Record<string, string>> = { account: 'a', contact: 'c', lead: 'l' };
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What can be done from every page. */
export function useShellCommands(): void {
  const t = useWords(shellWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { theme } = useMe();
  const { ours, own } = groupsOf(useModel());
  const display = useDisplay();
  const signOut = useSignOut();
  const objects = [...ours, ...own];
  const creatable = objects.filter(({ rights }) => rights.create);
  const go = (to: string) => () => void navigate({ to });
  const commands: Command[] = [
    { id: 'search', label: t('search'), keys: 'mod+k', run: openPalette },
    { id: 'search-slash', label: t('search'), keys: '/', run: openPalette },
    { id: 'keys', label: t('keys'), keys: '?', run: openKeyMap },
    ...creatable.map((object, place): Command => ({
      id: `create ${object.key}`,
      label: t('createOne', { name: lower(label(object.label)) }),
      group: t('create'),
      ...(place === 0 && { keys: 'c' }),
      run: () => openForm({ object: object.key }),
    })),
    ...objects.map((object): Command => {
      const letter = letters[object.key];
      return {
        id: `go ${object.key}`,
        label: t('goTo', { name: lower(label(object.pluralLabel)) }),
        group: t('lists'),
        ...(letter !== undefined && { keys: `g ${letter}` }),
        run: go(`/${object.path}`),
      };
    }),
    ...tools.map(({ to, word }): Command => ({
      id: `go ${to}`,
      label: t(word),
      group: t('tools'),
      run: go(to),
    })),
    { id: 'settings', label: t('settings'), keys: 'g s', run: go('/settings') },
    { id: 'help', label: t('help'), keys: 'g h', run: go('/help') },
    {
      id: 'theme',
      label: `${t('theme')}: ${t(theme === 'dark' ? 'light' : 'dark')}`,
      run: () => display.save({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    { id: 'vi', label: 'Tiếng Việt', group: t('language'), run: () => display.setLanguage('vi') },
    { id: 'en', label: 'English', group: t('language'), run: () => display.setLanguage('en') },
    { id: 'sign-out', label: t('signOut'), run: () => void signOut() },
  ];
  useCommands(commands);
}
