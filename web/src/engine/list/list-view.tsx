import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { usePageTitle } from '../page-title.ts';
import { rememberList } from '../record/record-neighbours.ts';
import { ListEmpty } from './list-empty.tsx';
import { useListState } from './list-state.ts';
import { ListTable } from './list-table.tsx';
import { listWords } from './list.words.ts';
import type { Rows } from './table/rows.ts';
import { usePrint } from './print/use-print.ts';
import { useSelection } from './table/use-selection.ts';
import { ListToolbar } from './toolbar/list-toolbar.tsx';
import { useColumnShape } from './use-column-shape.ts';
import { ViewTabs } from './views/view-tabs.tsx';
import classes from './list-view.module.css';

const PrintSheet = lazy(async () => ({
  default: (await import('./print/print-sheet.tsx')).PrintSheet,
}));
const BulkBar = lazy(async () => ({ default: (await import('./bulk/bulk-bar.tsx')).BulkBar }));
const Board = lazy(async () => ({ default: (await import('../board/board.tsx')).Board }));
const ChartView = lazy(async () => ({
  default: (await import('../chart/chart-view.tsx')).ChartView,
}));
const PhoneList = lazy(async () => ({
  default: (await import('./phone/phone-list.tsx')).PhoneList,
}));

export function ListView({ object }: { object: ScreenObject }) {
  const t = useWords(listWords);
  const label = useLabel();
  const navigate = useNavigate();
  usePageTitle(label(object.pluralLabel));
  const control = useListState(object);
  const shape = useColumnShape(object, control);
  const selection = useSelection();
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  const { state, change, view, isReady } = control;
  const { sheet, print, done } = usePrint(object, state, shape.pinned);

  const open = useCallback(
    (record: RecordData, around: Rows) => {
      rememberList(object.path, {
        ids: around.records().map(({ id }) => id),
        search: window.location.search,
        onward: around.onward?.(),
      });
      void navigate({ to: '/$objects/$id', params: { objects: object.path, id: record.id } });
    },
    [object.path, navigate],
  );
  const empty = <ListEmpty object={object} control={control} />;
  const body = { object, control, selection, onOpen: open, empty };
  return (
    <section className={classes.page} aria-label={label(object.pluralLabel)}>
      <h1 className="unseen">{label(object.pluralLabel)}</h1>
      <ViewTabs object={object} control={control} />
      <ListToolbar object={object} control={control} shape={shape} onPrint={print} />
      {view?.complete === false && <Note tone="warn">{t('incomplete')}</Note>}
      <Suspense fallback={<div className={classes.fill} />}>
        {!isReady ? (
          <div className={classes.fill} />
        ) : state.mode === 'board' ? (
          <Board object={object} state={state} onChange={change} empty={empty} />
        ) : state.mode === 'chart' ? (
          <ChartView object={object} state={state} onChange={change} empty={empty} />
        ) : isPhone ? (
          <PhoneList {...body} />
        ) : (
          <ListTable {...body} shape={shape} />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {!selection.isEmpty && <BulkBar object={object} state={state} selection={selection} />}
        {sheet && (
          <PrintSheet
            object={object}
            state={state}
            name={view ? label(view.name) : label(object.pluralLabel)}
            list={sheet}
            onDone={done}
          />
        )}
      </Suspense>
    </section>
  );
}
