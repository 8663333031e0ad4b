import { Menu } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { shellWords } from './shell.words.ts';
import { useSignOut } from './use-sign-out.ts';

export function SignOutItem() {
  const t = useWords(shellWords);
  const signOut = useSignOut();
  return (
    <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={() => void signOut()}>
      {t('signOut')}
    </Menu.Item>
  );
}
