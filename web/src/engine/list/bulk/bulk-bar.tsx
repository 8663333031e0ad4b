import {
  IconDownload,
  IconGitMerge,
  IconPencil,
  IconTag,
  IconTrash,
  IconUserShare,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { keys } from '#web/api/queries.ts';
import { useWords } from '#web/words/language.tsx';
import type { ListState } from '../list-params.ts';
import { countOf } from '../count-of.ts';
import type { SelectionControl } from '../table/use-selection.ts';
import { BulkTool } from './bulk-tool.tsx';
import { bulkWords } from './bulk.words.ts';
import { exportSelected } from './export-selected.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useBulk } from './use-bulk.tsx';
import { useGive, type Giving } from './use-give.ts';
import classes from './bulk.module.css';

const BulkChange = lazy(async () => ({ default: (await import('./bulk-change.tsx')).BulkChange }));
const Give = lazy(async () => ({ default: (await import('./give.tsx')).Give }));
const MergeDialog = lazy(async () => ({
  default: (await import('../../duplicates/merge-dialog.tsx')).MergeDialog,
}));

interface Props {
  object: ScreenObject;
  state: ListState;
  selection: SelectionControl;
}

const icon = { size: 16, stroke: 1.7 };
const mostMerged = 50;
/** More than these are asked about first. */
const fewEnough = 100;

/** What can be done with all that is selected; it floats over the foot and says how many there are. */
export function BulkBar({ object, state, selection }: Props) {
  const t = useWords(bulkWords);
  const [asked, setAsked] = useState<'merge' | 'remove' | null>(null);
  const bulk = useBulk(object);
  const { change, remove, named } = bulk;
  const give = useGive(object, bulk);
  const total = useCount(object.path, state, selection.selection.all);
  const count = selection.count(total);
  const { rights } = object;
  const canChange = rights.update !== 'none';
  const canMerge = !selection.selection.all && count >= 2 && count <= mostMerged;
  const owner = object.field.get('owner');
  const tags = object.fields.filter(({ kind, writable }) => kind === 'tags' && writable);
  const editable = object.fields.filter(({ writable, kind }) => writable && kind !== 'autoNumber');
  const shared = { object, count, named };
  const removeAll = () => {
    setAsked(null);
    void remove(state, selection.selection, count);
    selection.clear();
  };
  const apply = (what: Parameters<typeof change>[3]) => {
    void change(state, selection.selection, count, what);
    selection.clear();
  };
  const giveAll = (giving: Giving) => {
    void give(state, selection.selection, count, giving);
    selection.clear();
  };
  return (
    <div role="toolbar" aria-label={t('bar')} className={classes.bar}>
      <span className={classes.count} role="status">
        {t('selected', named(count))}
      </span>
      <span className={classes.rule} />
      {canChange && owner?.writable && (
        <BulkTool icon={IconUserShare} label={t('assign')}>
          {(close) => (
            <Give
              {...shared}
              owner={owner}
              state={state}
              selection={selection.selection}
              onGive={giveAll}
              onClose={close}
            />
          )}
        </BulkTool>
      )}
      {canChange && tags.length > 0 && (
        <BulkTool icon={IconTag} label={t('tag')}>
          {(close) => (
            <BulkChange {...shared} kind="tag" fields={tags} onApply={apply} onClose={close} />
          )}
        </BulkTool>
      )}
      {canChange && (
        <BulkTool icon={IconPencil} label={t('edit')}>
          {(close) => (
            <BulkChange {...shared} kind="edit" fields={editable} onApply={apply} onClose={close} />
          )}
        </BulkTool>
      )}
      {canChange && rights.delete !== 'none' && (
        <button
          type="button"
          className={classes.tool}
          aria-label={t('merge')}
          disabled={!canMerge}
          title={canMerge ? undefined : t('mergeWhy')}
          onClick={() => setAsked('merge')}
        >
          <IconGitMerge {...icon} />
          <span className={classes.toolName}>{t('merge')}</span>
        </button>
      )}
      {rights.export && (
        <button
          type="button"
          className={classes.tool}
          onClick={() => exportSelected(object, state, selection.selection)}
        >
          <IconDownload {...icon} />
          <span className={classes.toolName}>{t('export')}</span>
        </button>
      )}
      {rights.delete !== 'none' && (
        <button
          type="button"
          className={`${classes.tool} ${classes.danger}`}
          onClick={() => (count > fewEnough ? setAsked('remove') : removeAll())}
        >
          <IconTrash {...icon} />
          <span className={classes.toolName}>{t('remove')}</span>
        </button>
      )}
      <span className={classes.rule} />
      <button
        type="button"
        className={`${classes.tool} ${classes.clear}`}
        aria-label={t('clear')}
        title={t('clear')}
        onClick={selection.clear}
      >
        <IconX {...icon} />
      </button>
      {asked === 'remove' && (
        <RemoveDialog {...named(count)} onRemove={removeAll} onClose={() => setAsked(null)} />
      )}
      {asked === 'merge' && (
        <Suspense fallback={null}>
          <MergeDialog
            object={object}
            ids={[...selection.selection.ids]}
            onDone={(survivor) => {
              setAsked(null);
              if (survivor) selection.clear();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** How many the filter finds, when all of them are selected. */
function useCount(path: string, { where, q }: ListState, enabled: boolean): number {
  const { data } = useQuery({
    queryKey: [...keys.records(path), 'exact', where, q],
    queryFn: async ({ signal }) => countOf(path, { where, q }, signal),
    enabled,
  });
  return data ?? 0;
}
