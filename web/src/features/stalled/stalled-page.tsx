import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { AllowedDialog } from './allowed-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { SheetTable } from './sheet-table.tsx';
import classes from './stalled.module.css';
import { sheetQuery, sheetsQuery } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';
import { Totals } from './totals.tsx';

/** Customers that nobody moves: sheet by sheet, to be handed over, and what came of it. */
export function StalledPage() {
  const t = useWords(stalledWords);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id: noticed } = useParams({ strict: false });
  const asked = useSearch({ strict: false })['sheet'] ?? noticed;
  usePageTitle(t('title'));
  const list = useQuery(sheetsQuery);
  const sheets = list.data?.items ?? [];
  const id = asked ?? sheets[0]?.id;
  const shown = useQuery({ ...sheetQuery(id ?? ''), enabled: id !== undefined });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [show, setShow] = useState('all');
  const [dialog, setDialog] = useState<'give' | 'allowed' | null>(null);
  const pick = (sheet: string) => {
    setChosen(new Set());
    void navigate({ to: '/stalled', search: { sheet } });
  };
  const make = useMutation({
    mutationFn: () => send<{ id: string; customers: number }>('POST', address('stalled/sheets')),
    onSuccess: async (made) => {
      await renew(client, 'stalled-sheets');
      pick(made.id);
      notify({ tone: 'ok', text: t('made', { count: made.customers }) });
    },
  });
  const lines = (shown.data?.lines ?? []).filter(
    ({ outcome }) => show === 'all' || (show === 'done') === (outcome.handover !== null),
  );
  const taken = lines.filter((line) => chosen.has(line.id));
  const error = make.error ?? shown.error ?? list.error;
  return (
    <div className={classes.page}>
      <h1 className="unseen">{t('title')}</h1>
      <SheetBar
        sheets={sheets}
        id={id}
        isMaking={make.isPending}
        onPick={pick}
        onMake={() => make.mutate()}
        onAllowed={() => setDialog('allowed')}
      />
      {error && (
        <Note
          tone="bad"
          action={
            <Button variant="default" size="xs" onClick={() => void client.refetchQueries()}>
              {t('again')}
            </Button>
          }
        >
          {error.message || t('offline')}
        </Note>
      )}
      {(list.isPending || (shown.isPending && id !== undefined)) && !error && (
        <Skeleton height={320} />
      )}
      {list.isSuccess && id === undefined && <Empty title={t('none')} text={t('noneText')} />}
      {shown.data && shown.data.lines.length === 0 && (
        <Empty title={t('clean')} text={t('cleanText')} />
      )}
      {shown.data && shown.data.lines.length > 0 && (
        <>
          <div className={classes.head}>
            <Totals sheet={shown.data} />
            <SegmentedControl
              aria-label={t('show')}
              data={(['all', 'open', 'done'] as const).map((value) => ({ value, label: t(value) }))}
              value={show}
              onChange={setShow}
            />
          </div>
          <SheetTable lines={lines} chosen={chosen} onChosen={setChosen} />
        </>
      )}
      {taken.length > 0 && (
        <div
          className={classes.chosen}
          role="region"
          aria-label={t('chosen', { count: taken.length })}
        >
          <span>{t('chosen', { count: taken.length })}</span>
          <Button onClick={() => setDialog('give')}>
            {t('handOver', { count: taken.length })}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setChosen(new Set())}>
            {t('clear')}
          </Button>
        </div>
      )}
      {dialog === 'give' && id !== undefined && (
        <HandOverDialog
          sheet={id}
          lines={taken}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            setChosen(new Set());
          }}
        />
      )}
      {dialog === 'allowed' && <AllowedDialog onClose={() => setDialog(null)} />}
    </div>
  );
}
