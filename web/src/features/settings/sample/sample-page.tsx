import { Button, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { isProblem } from '#web/api/problem.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { settingsWords } from '../settings.words.ts';
import {
  addSample,
  removeSample,
  sampleQuery,
  setSampleSignIn,
  type SampleState,
} from './sample-api.ts';
import classes from './sample-page.module.css';
import { sampleWords } from './sample.words.ts';

/** Made-up data to look round in, and out again in one action. */
export function SamplePage() {
  const t = useWords(sampleWords);
  const title = useWords(settingsWords)('sample');
  const { data: state, error } = useQuery(sampleQuery);
  if (error) return <Note tone="bad">{error.message}</Note>;
  if (!state) return <PageSkeleton />;
  return (
    <>
      <PageHead title={title} text={t('about')} />
      <div className={classes.body}>
        {state.sample === null ? <Add state={state} /> : <Loaded state={state} />}
      </div>
    </>
  );
}

function Add({ state }: { state: SampleState }) {
  const t = useWords(sampleWords);
  const label = useLabel();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(state.available[0]?.sample ?? 'gift-shop');
  const add = useMutation({
    mutationFn: () => addSample(chosen),
    // Members, fields and views came with it: nothing that was asked before counts.
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => notify({ tone: 'bad', text: error.message }),
  });
  return (
    <section className={classes.part}>
      <SegmentedControl
        className={classes.choice ?? ''}
        aria-label={t('kind')}
        value={chosen}
        onChange={(value) =>
          setChosen(state.available.find(({ sample }) => sample === value)?.sample ?? chosen)
        }
        data={state.available.map(({ sample, label: name }) => ({
          value: sample,
          label: label(name),
        }))}
      />
      <p className={classes.text}>{t('addText')}</p>
      <Button onClick={() => add.mutate()} loading={add.isPending}>
        {t('add')}
      </Button>
    </section>
  );
}

function Loaded({ state }: { state: SampleState }) {
  const t = useWords(sampleWords);
  const label = useLabel();
  const { objects } = useModel();
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: setSampleSignIn,
    onSuccess: () => client.invalidateQueries(sampleQuery),
    onError: (error) => notify({ tone: 'bad', text: error.message }),
  });
  const records = objects.flatMap(({ key, label: one, pluralLabel }) => {
    const count = state.counts?.records[key] ?? 0;
    return count > 0
      ? [`${count}\u00a0${label(count === 1 ? one : pluralLabel).toLowerCase()}`]
      : [];
  });
  return (
    <>
      <section className={classes.part}>
        <h2 className={classes.title}>{state.name}</h2>
        <p className={classes.text}>
          {records.join(', ')}
          {state.addedAt !== null &&
            ` · ${t('addedAt', { at: formatDateTime(new Date(state.addedAt), timeZone) })}`}
        </p>
        <Switch
          label={t('signIn')}
          description={t('signInText')}
          checked={state.signIn.allowed}
          onChange={(event) => signIn.mutate(event.currentTarget.checked)}
        />
      </section>
      <Remove />
    </>
  );
}

function Remove() {
  const t = useWords(sampleWords);
  const { workspace } = useMe();
  const client = useQueryClient();
  const [confirm, setConfirm] = useState('');
  const remove = useMutation({
    mutationFn: () => removeSample(confirm),
    onSuccess: async ({ kept }) => {
      notify({ tone: 'ok', text: t('removed', { count: kept }) });
      await client.invalidateQueries();
    },
  });
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{t('removeTitle')}</h2>
      <p className={classes.text}>{t('removeText')}</p>
      <TextInput
        className={classes.confirm ?? ''}
        label={t('confirm', { name: workspace.name })}
        value={confirm}
        onChange={(event) => setConfirm(event.currentTarget.value)}
        error={isProblem(remove.error) && (remove.error.errors[0]?.message ?? remove.error.message)}
      />
      <Button
        color="red"
        disabled={confirm.trim() !== workspace.name}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {t('remove')}
      </Button>
    </section>
  );
}
