import { Menu, SegmentedControl } from '@mantine/core';
import { IconHelpCircle, IconKeyboard, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { languages } from '#shared/messages/language.ts';
import { useMe } from '#web/engine/model.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { openKeyMap } from './palette-state.ts';
import { shellWords } from './shell.words.ts';
import { SignOutItem } from './sign-out.tsx';
import classes from './top-bar.module.css';
import { useDisplay } from './use-display.ts';

/** A language is named in itself. */
const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const;
const themes = ['light', 'dark', 'system'] as const;
const densities = ['normal', 'compact'] as const;

/** The person: how the screens look to them, help, the way out. */
export function UserMenu() {
  const t = useWords(shellWords);
  const me = useMe();
  const { language } = useLanguage();
  const display = useDisplay();
  return (
    <Menu position="bottom-end" width={264} closeOnItemClick>
      <Menu.Target>
        <button type="button" className={classes.user} aria-label={t('account', { name: me.name })}>
          <Avatar name={me.name} picture={me.picture} size={24} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.name}</Menu.Label>
        <Menu.Item
          component={Link}
          to="/settings/me"
          leftSection={<IconUserCircle size={16} stroke={1.7} />}
        >
          {t('profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('language')}
          value={language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => display.setLanguage(value === 'en' ? 'en' : 'vi')}
        />
        <Menu.Label>{t('theme')}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('theme')}
          value={me.theme}
          data={themes.map((value) => ({ value, label: t(value) }))}
          onChange={(value) =>
            display.save({ theme: themes.find((each) => each === value) ?? 'system' })
          }
        />
        <Menu.Label>{t('density')}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('density')}
          value={me.density}
          data={densities.map((value) => ({ value, label: t(value) }))}
          onChange={(value) =>
            display.save({ density: value === 'compact' ? 'compact' : 'normal' })
          }
        />
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/help"
          leftSection={<IconHelpCircle size={16} stroke={1.7} />}
        >
          {t('help')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.7} />} onClick={openKeyMap}>
          {t('keys')}
        </Menu.Item>
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  );
}
