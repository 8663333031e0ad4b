import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { send } from '#web/api/request.ts';
import { Mark } from '#web/ui/mark.tsx';
import { Note } from '#web/ui/note.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { timeZoneChoices } from '#web/ui/time-zones.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { currencyChoices } from './choices.ts';
import { entryWords } from './entry.words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './setup-form.module.css';
import { SetupPart } from './setup-part.tsx';
import type { Sample } from './setup-query.ts';
import { StartChoice, type Start } from './start-choice.tsx';
import { useEnter } from './use-enter.ts';
import { useEntryForm } from './use-entry-form.ts';

const first = {
  companyName: '',
  currency: 'VND',
  timeZone: 'Asia/Ho_Chi_Minh',
  name: '',
  email: '',
  password: '',
};

export function SetupForm({ token }: { token: string | undefined }) {
  const t = useWords(entryWords);
  const { language } = useLanguage();
  const enter = useEnter();
  const [start, setStart] = useState<Start>('empty');
  const [sample, setSample] = useState<Sample>('gift-shop');
  const form = useEntryForm(first, async ({ companyName, currency, timeZone, ...person }) => {
    await send('POST', '/api/v1/setup', {
      ...(token !== undefined && { token }),
      company: { name: companyName, currency, timeZone, language },
      administrator: person,
      start,
      ...(start === 'sample' && { sample }),
    });
    await enter(start === 'import' ? '/imports/new?object=account' : '/');
  });
  // The company's name and the person's are both called `name` by the server.
  const errorAt = (path: string) =>
    form.problem?.errors.find((each) => each.path === path)?.message;
  const isComplete = (...names: (keyof typeof first)[]) =>
    names.every((name) => form.values[name] !== '');
  const companyDone = isComplete('companyName');
  const personDone = isComplete('name', 'email') && form.values.password.length >= 12;

  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <Mark size={24} /> Duyên
        </span>
        <LanguageSwitch />
      </header>
      <h1 className={classes.title}>{t('setupTitle')}</h1>
      <p className={classes.text}>{t('setupText')}</p>
      <form onSubmit={form.onSubmit} noValidate>
        {form.problem && form.problem.errors.length === 0 && (
          <Note tone="bad">
            {form.problem.code === 'offline' ? t('offline') : form.problem.message}
          </Note>
        )}
        <SetupPart title={t('company')} hint={t('companyHint')} done={companyDone}>
          <TextInput
            className={classes.wide ?? ''}
            label={t('companyName')}
            autoComplete="organization"
            autoFocus
            {...form.field('companyName')}
            error={errorAt('company.name')}
          />
          <Select
            label={t('currency')}
            data={currencyChoices(language)}
            searchable
            allowDeselect={false}
            value={form.values.currency}
            onChange={(value) => form.set('currency', value ?? first.currency)}
            error={errorAt('company.currency')}
          />
          <Select
            label={t('timeZone')}
            data={timeZoneChoices(language)}
            searchable
            allowDeselect={false}
            value={form.values.timeZone}
            onChange={(value) => form.set('timeZone', value ?? first.timeZone)}
            error={errorAt('company.timeZone')}
          />
        </SetupPart>
        <SetupPart title={t('administrator')} hint={t('administratorHint')} done={personDone}>
          <TextInput
            label={t('yourName')}
            autoComplete="name"
            {...form.field('name')}
            error={errorAt('administrator.name')}
          />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            {...form.field('email')}
          />
          <PasswordField
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            {...form.field('password')}
          />
        </SetupPart>
        <SetupPart title={t('start')} hint={t('startHint')} done={false} last>
          <StartChoice start={start} onStart={setStart} sample={sample} onSample={setSample} />
          <div className={classes.foot}>
            <Button type="submit" size="md" loading={form.busy}>
              {t(form.busy ? 'opening' : 'open')}
            </Button>
            <span className={classes.local}>{t('local')}</span>
          </div>
        </SetupPart>
      </form>
    </main>
  );
}
