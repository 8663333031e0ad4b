import { Button, Checkbox, Group, Radio, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { aggregateQuery } from '#web/api/queries.ts';
import { inSentence } from '#web/engine/list/in-sentence.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import { ExportFailure } from './export-failure.tsx';
import { ExportProgress } from './export-progress.tsx';
import {
  allColumns,
  exportBody,
  exportPath,
  exportWhere,
  shownColumns,
  type ExportChoice,
  type ExportQuery,
} from './export-query.ts';
import { useDownload } from './use-download.ts';

interface Props {
  object: ScreenObject;
  query: ExportQuery;
  onClose: () => void;
}

/** What to export and as what; then how far it has come. */
export function ExportDialog({ object, query, onClose }: Props) {
  const t = useWords(transferWords);
  const label = useLabel();
  const figure = useFigure();
  const [choice, setChoice] = useState<ExportChoice>({
    format: 'xlsx',
    columns: 'shown',
    ids: false,
  });
  const counted = useQuery(
    aggregateQuery(object.path, {
      ...(exportWhere(query) && { where: exportWhere(query) }),
      ...(query.q && !query.ids && { q: query.q }),
      measures: [{ fn: 'count' }],
    }),
  );
  const rows = counted.data ? Number(counted.data.groups[0]?.values[0] ?? 0) : undefined;
  const onDone = useCallback(
    (name: string) => {
      notify({ tone: 'ok', text: t('exportDone', { name }) });
      onClose();
    },
    [t, onClose],
  );
  const { received, error, start, stop } = useDownload(onDone);
  const shown = shownColumns(object, query).length;
  const objects = inSentence(label(object.pluralLabel));
  const go = () => start(exportPath(object), exportBody(object, query, choice));
  return (
    <Dialog onClose={onClose} title={t('exportTitle', { objects })} closeOnClickOutside={!received}>
      {received ? (
        <ExportProgress received={received} rows={rows} onStop={stop} />
      ) : (
        <Stack gap="lg">
          {rows === undefined ? (
            <Skeleton height={20} width={220} />
          ) : (
            <p>
              {rows === 0
                ? t('exportNone')
                : t(query.ids ? 'exportSelected' : 'exportRows', { count: figure(rows) })}
            </p>
          )}
          <Radio.Group
            label={t('exportColumns')}
            value={choice.columns}
            onChange={(value) =>
              setChoice({ ...choice, columns: value === 'all' ? 'all' : 'shown' })
            }
          >
            <Stack gap="sm" mt="xs">
              <Radio value="shown" label={t('exportShown', { count: figure(shown) })} />
              <Radio value="all" label={t('exportAll', { count: figure(allColumns(object)) })} />
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('exportFormat')}
            value={choice.format}
            onChange={(value) => setChoice({ ...choice, format: value === 'csv' ? 'csv' : 'xlsx' })}
          >
            <Group gap="xl" mt="xs">
              <Radio value="xlsx" label={t('exportXlsx')} />
              <Radio value="csv" label={t('exportCsv')} />
            </Group>
          </Radio.Group>
          <Checkbox
            label={t('exportIds')}
            checked={choice.ids}
            onChange={(event) => setChoice({ ...choice, ids: event.currentTarget.checked })}
          />
          {error !== undefined && <ExportFailure error={error} onAgain={go} />}
          <DialogFoot onCancel={onClose}>
            <Button onClick={go} disabled={rows === 0} data-autofocus>
              {rows === undefined || rows === 0
                ? t('exportGoMany')
                : t('exportGo', { count: figure(rows) })}
            </Button>
          </DialogFoot>
        </Stack>
      )}
    </Dialog>
  );
}
