import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { Section } from '../section.tsx';
import { settingsWords } from '../settings.words.ts';
import { ChangePassword } from './change-password.tsx';
import { securityWords } from './security.words.ts';
import { Sessions } from './sessions.tsx';
import { TwoStep } from './two-step.tsx';

export function SecurityPage() {
  const t = useWords(securityWords);
  const s = useWords(settingsWords);
  return (
    <>
      <PageHead title={s('security')} text={t('text')} />
      <Section title={t('password')} text={t('passwordText')}>
        <ChangePassword />
      </Section>
      <Section title={t('twoStep')} text={t('twoStepText')}>
        <TwoStep />
      </Section>
      <Section title={t('sessions')} text={t('sessionsText')}>
        <Sessions />
      </Section>
    </>
  );
}
