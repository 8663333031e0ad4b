import { Button, Progress, Stack } from '@mantine/core';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { transferWords } from '../transfer.words.ts';
import { useFigure } from '../use-figure.ts';
import type { Received } from './download.ts';

interface Props {
  received: Received;
  /** Rows there will be, when they are counted. */
  rows: number | undefined;
  onStop: () => void;
}

/** How much of the file is here. */
export function ExportProgress({ received, rows, onStop }: Props) {
  const t = useWords(transferWords);
  const figure = useFigure();
  const { language } = useLanguage();
  const size = formatBytes(received.bytes, language);
  const isCounted = received.rows !== undefined && rows !== undefined && rows > 0;
  const text =
    received.rows === undefined
      ? size
      : isCounted
        ? `${t('rowsOf', { done: figure(received.rows), all: figure(rows) })} · ${size}`
        : `${t('exportedRows', { count: figure(received.rows) })} · ${size}`;
  return (
    <Stack gap="md" role="status">
      <Progress
        value={isCounted ? ((received.rows ?? 0) / rows) * 100 : 100}
        striped={!isCounted}
        animated={!isCounted}
        aria-label={t('exporting')}
      />
      <p>
        {t('exporting')} · {text}
      </p>
      <div>
        <Button variant="default" onClick={onStop}>
          {t('exportStop')}
        </Button>
      </div>
    </Stack>
  );
}
