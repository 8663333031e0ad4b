import { Button } from '@mantine/core';
import { send } from '#web/api/request.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './entry-frame.module.css';
import { entryWords } from './entry.words.ts';
import type { Demo } from './setup-query.ts';

/** Each role of a sample company by one click; the server says where that is possible. */
export function DemoRoles({ demo, onDone }: { demo: Demo; onDone: (next: string) => void }) {
  const t = useWords(entryWords);
  const label = useLabel();
  const enter = async (role: string) => {
    const { next } = await send<{ next: string }>('POST', '/api/v1/sample/sign-in', { role });
    onDone(next);
  };
  return (
    <section className={classes.demo} aria-label={t('demoTitle')}>
      <p className={classes.demoTitle}>{t('demoTitle')}</p>
      {demo.roles.map(({ key, name, title }) => (
        <Button
          key={key}
          variant="default"
          justify="flex-start"
          leftSection={<Avatar name={name} size={24} />}
          onClick={() => void enter(key)}
        >
          {name} · {label(title)}
        </Button>
      ))}
    </section>
  );
}
