import { Input, SegmentedControl, Select, useMantineColorScheme } from '@mantine/core';
import type { Language } from '#shared/messages/language.ts';
import type { Density, Theme } from '#web/api/me.ts';
import { useMe } from '#web/engine/model.ts';
import { nameOfTimeZone, timeZoneChoices } from '#web/ui/time-zones.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { personalWords } from './personal.words.ts';
import { useChangeMe } from './use-change-me.ts';
import classes from './choose-display.module.css';

const languages = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
] as const satisfies { value: Language; label: string }[];
const themes = ['light', 'dark', 'system'] as const satisfies Theme[];
const densities = ['normal', 'compact'] as const satisfies Density[];

/** Each choice holds at once. */
export function ChooseDisplay() {
  const t = useWords(personalWords);
  const me = useMe();
  const { language, setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const change = useChangeMe();
  const chooseLanguage = (language: Language) => {
    setLanguage(language);
    change.mutate({ language });
  };
  const chooseTheme = (theme: Theme) => {
    setColorScheme(theme === 'system' ? 'auto' : theme);
    change.mutate({ theme });
  };
  return (
    <>
      <Choice
        label={t('language')}
        value={me.language}
        data={languages}
        onChange={chooseLanguage}
      />
      <Select
        label={t('timeZone')}
        description={t('timeZoneHint', { zone: nameOfTimeZone(me.workspace.timeZone, language) })}
        placeholder={nameOfTimeZone(me.workspace.timeZone, language)}
        data={timeZoneChoices(language)}
        value={me.timeZone}
        onChange={(timeZone) => change.mutate({ timeZone })}
        searchable
        clearable
        limit={100}
      />
      <Choice
        label={t('theme')}
        value={me.theme}
        data={themes.map((value) => ({ value, label: t(value) }))}
        onChange={chooseTheme}
      />
      <Choice
        label={t('density')}
        value={me.density}
        data={densities.map((value) => ({ value, label: t(value) }))}
        onChange={(density) => change.mutate({ density })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  data: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, data, onChange }: ChoiceProps<T>) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div className={classes.choice}>
        <SegmentedControl aria-label={label} value={value} data={[...data]} onChange={onChange} />
      </div>
    </Input.Wrapper>
  );
}
