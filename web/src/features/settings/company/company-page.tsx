import { Select, SegmentedControl, Input, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMe } from '#web/engine/model.ts';
import { LockedField } from '#web/ui/locked-field.tsx';
import { Note } from '#web/ui/note.tsx';
import { timeZoneChoices } from '#web/ui/time-zones.ts';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { SaveBar } from '../save-bar.tsx';
import { Section } from '../section.tsx';
import { settingsWords } from '../settings.words.ts';
import { fieldError, useProblemText } from '../use-tell.ts';
import { companyWords } from './company.words.ts';
import { currencyName } from './currency-name.ts';
import { useSaveCompany, type CompanyPatch } from './use-save-company.ts';
import classes from './company-page.module.css';

const languages = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
] as const;

/** Name, language, time zone and currency of the company. */
export function CompanyPage() {
  const t = useWords(companyWords);
  const s = useWords(settingsWords);
  const textOf = useProblemText();
  const { workspace, language } = useMe();
  const [draft, setDraft] = useState<CompanyPatch>({});
  const save = useSaveCompany(workspace, () => setDraft({}));
  const shown = { ...workspace, ...draft };
  const set = (part: CompanyPatch) => setDraft((before) => ({ ...before, ...part }));
  const changed: CompanyPatch = {
    ...(shown.name !== workspace.name && { name: shown.name }),
    ...(shown.language !== workspace.language && { language: shown.language }),
    ...(shown.timeZone !== workspace.timeZone && { timeZone: shown.timeZone }),
  };
  const atName = fieldError(save.error, 'name');
  return (
    <>
      <PageHead title={s('company')} text={t('about')} />
      <Section title={t('nameTitle')} text={t('nameText')}>
        <TextInput
          label={t('name')}
          value={shown.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={atName}
          autoComplete="organization"
        />
      </Section>
      <Section title={t('regionTitle')} text={t('regionText')}>
        <Input.Wrapper label={t('language')} labelElement="div">
          <div className={classes.choice}>
            <SegmentedControl
              aria-label={t('language')}
              value={shown.language}
              data={[...languages]}
              onChange={(value) => set({ language: value })}
            />
          </div>
        </Input.Wrapper>
        <Select
          label={t('timeZone')}
          data={timeZoneChoices(language)}
          value={shown.timeZone}
          onChange={(zone) => zone !== null && set({ timeZone: zone })}
          limit={100}
          searchable
          allowDeselect={false}
          error={fieldError(save.error, 'timeZone')}
        />
      </Section>
      <Section title={t('moneyTitle')} text={t('moneyText')}>
        <LockedField
          label={t('currency')}
          description={t('currencyHint')}
          value={currencyName(workspace.currency, language)}
        />
      </Section>
      {save.error && atName === undefined && (
        <div className={classes.note}>
          <Note tone="bad">{textOf(save.error)}</Note>
        </div>
      )}
      {Object.keys(changed).length > 0 && (
        <SaveBar
          title={t('unsaved')}
          text={changed.timeZone !== undefined && t('zoneChanges')}
          discard={{ label: t('discard'), run: () => setDraft({}) }}
          save={{ label: t('save'), run: () => save.mutate(changed), busy: save.isPending }}
        />
      )}
    </>
  );
}
