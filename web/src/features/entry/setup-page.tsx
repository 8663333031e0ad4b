import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isProblem } from '#web/api/problem.ts';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { entryWords } from './entry.words.ts';
import { SetupForm } from './setup-form.tsx';
import { setupQuery } from './setup-query.ts';
import { useLinkToken } from './use-link-token.ts';

/** The first page of an installation: company, administrator, where to start. */
export function SetupPage() {
  const t = useWords(entryWords);
  const token = useLinkToken();
  const { data: setup, error } = useQuery(setupQuery);
  if (isProblem(error, 'offline'))
    return (
      <EntryFrame title={t('setupTitle')} text={t('offline')}>
        {null}
      </EntryFrame>
    );
  if (!setup) return null;
  if (!setup.needed)
    return (
      <EntryFrame title={t('doneTitle')} text={t('doneText')}>
        <Button component={Link} to="/sign-in" size="md">
          {t('signIn')}
        </Button>
      </EntryFrame>
    );
  if (setup.tokenNeeded && token === '')
    return (
      <EntryFrame title={t('tokenTitle')} text={t('tokenText')}>
        {null}
      </EntryFrame>
    );
  return <SetupForm token={setup.tokenNeeded ? token : undefined} />;
}
