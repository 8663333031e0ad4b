import { Button, Select, Tabs } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useModel } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { groupsQuery, isOver, startScan, type Run } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';
import classes from './duplicates-page.module.css';
import { GroupsList } from './groups-list.tsx';
import { MergeAllDialog } from './merge-all-dialog.tsx';
import { MergesList } from './merges-list.tsx';
import { RunLine } from './run-line.tsx';
import { useRun } from './use-run.ts';
import { useRenewAll } from './use-undo-merge.ts';

const tabs = ['open', 'dismissed', 'merged'] as const;
const safeScore = 80;

/** Records that probably are the same: found, compared, merged, set aside. */
export function DuplicatesPage() {
  const t = useWords(duplicatesWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const navigate = useNavigate();
  const search: { object?: string; show?: string; safe?: string } = useSearch({ strict: false });
  const objects = useModel().objects.filter(
    ({ duplicates, rights }) => duplicates.length > 0 && rights.read !== 'none',
  );
  const object = objects.find(({ key }) => key === search.object) ?? objects[0];
  const tab = tabs.find((each) => each === search.show) ?? 'open';
  const minScore = search.safe === 'true' ? safeScore : 0;
  const [isMerging, setMerging] = useState(false);
  const renewAll = useRenewAll();
  const onEnd = useCallback(
    ({ kind, state, outcome }: Run) => {
      const count = (name: string) => Number(outcome[name] ?? 0);
      if (state === 'failed') return notify({ tone: 'bad', text: t('runFailed') });
      void renewAll();
      if (kind === 'scan') return notify({ tone: 'ok', text: t('scanDone') });
      const left = [
        ['leftContradictory', count('contradictory')],
        ['leftRefused', count('refused')],
      ] as const;
      return notify({
        tone: 'ok',
        text: [
          t('mergeAllDone', { merged: count('merged') }),
          ...left.filter(([, many]) => many > 0).map(([words, many]) => t(words, { count: many })),
        ].join(', '),
        action: {
          label: t('seeMerged'),
          run: () =>
            void navigate({
              to: '/duplicates',
              search: (before) => ({ ...before, show: 'merged' }),
            }),
        },
      });
    },
    [t, renewAll, navigate],
  );
  usePageTitle(t('title'));
  const { run, start } = useRun(object?.key ?? '', onEnd);
  const scan = useMutation({
    mutationFn: () => startScan(object?.key ?? ''),
    onSuccess: start,
    onError: (error) => notify({ tone: 'bad', text: error.message || t('offline') }),
  });
  // Its first page says when the last scan was; the list asks the same.
  const first = useInfiniteQuery({
    ...groupsQuery(object?.key ?? '', minScore, false),
    enabled: object !== undefined,
  });
  if (!object) return <Empty title={t('nothingToCompare')} />;
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: '/duplicates', search: { ...search, ...change } });
  const scannedAt = first.data?.pages[0]?.scannedAt;
  const isBusy = run !== undefined && !isOver(run);
  const canScan = object.rights.update === 'all';
  const canMerge = object.rights.update !== 'none' && object.rights.delete !== 'none';
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className="unseen">{t('title')}</h1>
        <Select
          aria-label={t('object')}
          data={objects.map((each) => ({ value: each.key, label: label(each.pluralLabel) }))}
          value={object.key}
          allowDeselect={false}
          onChange={(key) => go({ object: key ?? undefined })}
        />
        <Select
          aria-label={t('score')}
          data={[
            { value: 'all', label: t('scoreAll') },
            { value: 'safe', label: t('scoreSafe') },
          ]}
          value={minScore === 0 ? 'all' : 'safe'}
          allowDeselect={false}
          onChange={(value) => go({ safe: value === 'safe' ? 'true' : undefined })}
        />
        <span className={classes.scanned}>
          {scannedAt
            ? t('scanned', { time: formatDateTime(new Date(scannedAt), timeZone) })
            : t('neverScanned')}{' '}
          {!canScan && t('cantScan')}
        </span>
        {canMerge && (
          <Button
            variant="default"
            disabled={isBusy || first.data?.pages[0]?.items.length === 0}
            onClick={() => setMerging(true)}
          >
            {t('mergeAll')}
          </Button>
        )}
        {canScan && (
          <Button disabled={isBusy || scan.isPending} onClick={() => scan.mutate()}>
            {t('scan')}
          </Button>
        )}
      </div>
      {isBusy && <RunLine run={run} />}
      <Tabs value={tab} onChange={(value) => go({ show: value ?? undefined })} keepMounted={false}>
        <Tabs.List className={classes.tabs ?? ''}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="open">
          <GroupsList object={object} minScore={minScore} dismissed={false} />
        </Tabs.Panel>
        <Tabs.Panel value="dismissed">
          <GroupsList object={object} minScore={minScore} dismissed />
        </Tabs.Panel>
        <Tabs.Panel value="merged">
          <MergesList object={object} />
        </Tabs.Panel>
      </Tabs>
      {isMerging && (
        <MergeAllDialog object={object} onStarted={start} onClose={() => setMerging(false)} />
      )}
    </div>
  );
}
