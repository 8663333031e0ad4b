import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { renew } from '#web/api/queries.ts';
import { useModel, useObject } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { CheckStep } from './check/check-step.tsx';
import classes from './import-page.module.css';
import { ImportSteps, type Step } from './import-steps.tsx';
import { importKeys, importQuery, isWorking, type Import } from './imports.ts';
import { ColumnsStep } from './mapping/columns-step.tsx';
import { ResultStep } from './result/result-step.tsx';
import { transferWords } from './transfer.words.ts';
import { WorkProgress } from './work-progress.tsx';

/** One import from its columns to its end; it can be left and come back to at any point. */
export function ImportPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const { data: made, error } = useQuery(importQuery(id));
  // The page of errors says why; see Failed.
  if (error && !made) throw error;
  if (!made)
    return (
      <div className={classes.waiting}>
        <Skeleton height={32} />
        <Skeleton height={240} />
      </div>
    );
  return <LoadedImport made={made} />;
}

const changing = new Set(['done', 'cancelled', 'failed', 'undone']);

function LoadedImport({ made }: { made: Import }) {
  const t = useWords(transferWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { objects } = useModel();
  const object = useObject({ key: made.object });
  const search: { step?: string } = useSearch({ strict: false });
  const { state, plan } = made;
  usePageTitle(made.fileName, [{ label: t('imports'), to: '/imports' }]);
  useEffect(() => {
    // Lists that are open elsewhere show what came.
    if (changing.has(state)) void renew(client, ...objects.map(({ path }) => path));
    void client.invalidateQueries({ queryKey: [...importKeys.all, 'running'] });
  }, [state, client, objects]);
  if (!object) return <Empty title={t('failedTitle')} text={made.failure?.message} />;

  const step = stepOf(made, search.step);
  const go = (next: Step) =>
    void navigate({ to: '/imports/$id', params: { id: made.id }, search: { step: next } });
  const isOpen = state === 'needsChoice' || state === 'checked' || state === 'checking';
  const isOver = step === 'run' && !isWorking(made) && state !== 'failed';
  return (
    <div className={classes.page}>
      <h1 className="unseen">{made.fileName}</h1>
      <ImportSteps step={step} isOver={isOver} onGo={isOpen ? go : undefined} />
      {step === 'columns' && plan && isOpen ? (
        <ColumnsStep made={made} plan={plan} object={object} onCheck={() => go('check')} />
      ) : isWorking(made) ? (
        <WorkProgress made={made} />
      ) : state === 'checked' && plan ? (
        <CheckStep made={made} plan={plan} object={object} onColumns={() => go('columns')} />
      ) : (
        <ResultStep made={made} object={object} />
      )}
    </div>
  );
}

/** Where one stands: columns come first, even when the dry run is through already. */
function stepOf({ state, counts }: Import, asked: string | undefined): Step {
  if (state === 'needsChoice') return 'columns';
  if (state === 'waiting' || state === 'reading') return asked === 'check' ? 'check' : 'columns';
  if (state === 'checking' || state === 'checked') return asked === 'check' ? 'check' : 'columns';
  if (state === 'failed' && !counts.run) return counts.check ? 'check' : 'file';
  return 'run';
}
