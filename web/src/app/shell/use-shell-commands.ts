import {
  IconBell,
  IconDownload,
  IconHelpCircle,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCommands, type Command } from '#web/engine/commands/commands.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { startExport } from '#web/engine/transfer/start-export.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openCreateMenu } from './create-state.ts';
import { lower } from './lower.ts';
import { openKeyMap, openPalette } from './palette/palette-state.ts';
import { analysisOf, dailyOf, groupsOf, iconOf, toolsOf } from './places.ts';
import { shellWords } from './shell.words.ts';
import { useDisplay } from './use-display.ts';
import { useSettingsCommands } from './use-settings-commands.ts';
import { useSignOut } from './use-sign-out.ts';

/** Two letters for the objects of the program; what a company made is reached by its name. */
const letters: Readonly<Record<string, string>> = { account: 'a', contact: 'c', lead: 'l' };
const toolLetters: Readonly<Record<string, string>> = {
  '/today': 'y',
  '/calendar': 'k',
  '/reports/work': 'r',
  '/stalled': 'q',
  '/imports': 'i',
  '/duplicates': 'd',
  '/trash': 't',
};
const withKeys = (letter: string | undefined) =>
  letter === undefined ? {} : { keys: `g ${letter}` };

/** What can be done from every page. */
export function useShellCommands(): void {
  const t = useWords(shellWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { theme } = useMe();
  const model = useModel();
  const { ours, own } = groupsOf(model);
  const display = useDisplay();
  const signOut = useSignOut();
  const settings = useSettingsCommands();
  const objects = [...ours, ...own];
  const creatable = objects.filter(({ rights }) => rights.create);
  const other = theme === 'dark' ? 'light' : 'dark';
  const commands: Command[] = [
    ...creatable.map((object): Command => ({
      id: `create ${object.key}`,
      label: t('createOne', { name: lower(label(object.label)) }),
      group: t('create'),
      icon: IconPlus,
      run: () => openForm({ object: object.key }),
    })),
    {
      id: 'search',
      label: t('search'),
      keys: 'mod+k',
      icon: IconSearch,
      keysOnly: true,
      run: openPalette,
    },
    { id: 'search-slash', label: t('find'), keys: '/', keysOnly: true, run: openPalette },
    { id: 'create', label: t('openMenu'), keys: 'c', keysOnly: true, run: openCreateMenu },
    ...objects.map((object): Command => ({
      id: `go ${object.key}`,
      label: label(object.pluralLabel),
      group: t('go'),
      icon: iconOf(object),
      ...withKeys(letters[object.key]),
      run: () => void navigate({ to: `/${object.path}` }),
    })),
    ...[...dailyOf(model), ...analysisOf(model), ...toolsOf(model)].map(
      ({ to, word, icon }): Command => ({
        id: `go ${to}`,
        label: t(word),
        group: t('go'),
        icon,
        ...withKeys(toolLetters[to]),
        run: () => void navigate({ to }),
      }),
    ),
    ...objects
      .filter(({ rights }) => rights.export)
      .map((object): Command => ({
        id: `export ${object.key}`,
        label: t('exportAll', { name: lower(label(object.pluralLabel)) }),
        group: t('tools'),
        icon: IconDownload,
        run: () => startExport(object, {}),
      })),
    ...settings,
    {
      id: 'go /notices',
      label: t('notices'),
      group: t('go'),
      keys: 'g n',
      icon: IconBell,
      run: () => void navigate({ to: '/notices' }),
    },
    {
      id: 'help',
      label: t('help'),
      group: t('go'),
      keys: 'g h',
      icon: IconHelpCircle,
      run: () => void navigate({ to: '/help' }),
    },
    {
      id: 'theme',
      label: `${t('theme')}: ${lower(t(other))}`,
      group: t('display'),
      icon: other === 'dark' ? IconMoon : IconSun,
      run: () => display.save({ theme: other }),
    },
    {
      id: 'vi',
      label: 'Tiếng Việt',
      group: t('language'),
      icon: IconLanguage,
      run: () => display.setLanguage('vi'),
    },
    {
      id: 'en',
      label: 'English',
      group: t('language'),
      icon: IconLanguage,
      run: () => display.setLanguage('en'),
    },
    { id: 'keys', label: t('keys'), keys: '?', icon: IconKeyboard, run: openKeyMap },
    { id: 'sign-out', label: t('signOut'), icon: IconLogout, run: () => void signOut() },
  ];
  useCommands(commands);
}
