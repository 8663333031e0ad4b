import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { Section } from '../section.tsx';
import { settingsWords } from '../settings.words.ts';
import { ChooseDisplay } from './choose-display.tsx';
import { ChoosePicture } from './choose-picture.tsx';
import { ChooseName } from './choose-name.tsx';
import { personalWords } from './personal.words.ts';

export function MePage() {
  const t = useWords(personalWords);
  const s = useWords(settingsWords);
  return (
    <>
      <PageHead title={s('me')} text={t('meText')} />
      <Section title={t('profile')}>
        <ChoosePicture />
        <ChooseName />
      </Section>
      <Section title={t('display')}>
        <ChooseDisplay />
      </Section>
    </>
  );
}
