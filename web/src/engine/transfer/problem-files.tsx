import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import type { Phase } from './import-types.ts';
import { transferWords } from './transfer.words.ts';
import { useFigure } from './use-figure.ts';

interface Props {
  id: string;
  phase: Phase;
  rejected: number;
}

/** Rows that were left out, to be corrected and imported again; and every problem as a list. */
export function ProblemFiles({ id, phase, rejected }: Props) {
  const t = useWords(transferWords);
  const figure = useFigure();
  const address = (what: string) => `/api/v1/imports/${id}/${what}.csv?phase=${phase}`;
  const icon = <IconDownload size={16} stroke={1.7} aria-hidden />;
  if (rejected === 0)
    return (
      <Button
        component="a"
        variant="default"
        href={address('problems')}
        download
        leftSection={icon}
      >
        {t('downloadProblems')}
      </Button>
    );
  const rows = t('downloadRejected', { count: figure(rejected) });
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button variant="default" leftSection={icon}>
          {rows}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('rejected')} download>
          {rows}
        </Menu.Item>
        <Menu.Item component="a" href={address('problems')} download>
          {t('downloadProblems')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
