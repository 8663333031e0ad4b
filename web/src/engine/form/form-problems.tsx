import { Button } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { Problem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { formWords } from './form.words.ts';
import { rememberForm } from './open-form.ts';
import classes from './record-form.module.css';

interface Props {
  problem: Problem;
  onAgain(): void;
}

/** What is wrong with the whole try, and what to do; the text stays in every case. */
export function FormProblem({ problem, onAgain }: Props) {
  const t = useWords(formWords);
  const { online } = useNetwork();
  const navigate = useNavigate();
  const { href } = useLocation();
  const button = (label: string, run: () => void) => (
    <Button variant="default" size="compact-sm" onClick={run}>
      {label}
    </Button>
  );
  const signIn = () => {
    rememberForm();
    void navigate({ to: '/sign-in', search: { back: href } });
  };
  const [text, action] =
    problem.code === 'offline'
      ? [t(online ? 'backOnline' : 'offline'), button(t('again'), onAgain)]
      : problem.code === 'unavailable'
        ? [t('busy'), button(t('again'), onAgain)]
        : problem.code === 'unauthenticated'
          ? [t('signedOut'), button(t('signIn'), signIn)]
          : [problem.code === 'notFound' ? t('gone') : problem.message, null];
  return (
    <div data-problems tabIndex={-1} className={classes.problems}>
      <Note tone={problem.code === 'offline' && online ? 'info' : 'bad'} action={action}>
        {text}
      </Note>
    </div>
  );
}
