import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMe } from '#web/engine/model.ts';
import { CopyText } from '#web/ui/copy-text.tsx';
import { useWords } from '#web/words/language.tsx';
import { securityWords } from './security.words.ts';
import classes from './recovery-codes.module.css';

const icon = { size: 16, stroke: 1.7 } as const;

/** Shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords(securityWords);
  const { email } = useMe();
  const head = t('codesHead', { email });
  const text = [head, '', ...codes, ''].join('\n');
  return (
    <Stack>
      <p>{t('codesText')}</p>
      <div className={classes.paper}>
        <p className={classes.head}>{head}</p>
        <ul className={classes.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <Group gap={8} className={classes.ways ?? ''}>
        <CopyText text={codes.join('\n')} label={t('copy')} variant="default" />
        <Button
          variant="default"
          leftSection={<IconDownload {...icon} />}
          onClick={() => download(t('codesFile'), text)}
        >
          {t('download')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter {...icon} />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </Group>
      <Button onClick={onKept}>{t('kept')}</Button>
    </Stack>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
