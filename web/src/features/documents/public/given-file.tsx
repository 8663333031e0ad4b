import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { formatDate } from '#shared/locale/date.ts';
import { address } from '#web/api/request.ts';
import { FileIcon } from '#web/engine/record/files/file-icon.tsx';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { Mark } from '#web/ui/mark.tsx';
import { paperOnly } from '#web/ui/paper-only.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { LanguageSwitch } from '../../entry/language-switch.tsx';
import { wayToShow } from '../entry.ts';
import classes from './shared.module.css';
import { sharedWords } from './shared.words.ts';

export interface Given {
  linkId: string;
  /** Its name, and the id its files are asked for by. */
  company: string;
  workspace: string;
  expiresAt: string | null;
  file: { name: string; size: number; type: string };
}

/** What was sent, with the way to take it. */
export function GivenFile({ given }: { given: Given }) {
  const t = useWords(sharedWords);
  const { language } = useLanguage();
  const { linkId, company, workspace, expiresAt, file } = given;
  const at = (preview?: 'true') =>
    address(`public/links/${linkId}/file`, { company: workspace, preview });
  const way = wayToShow(file.type);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Mark size={24} />
        <div className={classes.told}>
          <h1 className={classes.title}>{file.name}</h1>
          <p className={classes.meta}>
            {t('from', { company })} {formatBytes(file.size, language)}.{' '}
            {expiresAt !== null && t('until', { date: formatDate(expiresAt.slice(0, 10)) })}
          </p>
        </div>
        <Button
          component="a"
          href={at()}
          download={file.name}
          leftSection={<IconDownload size={16} stroke={1.7} />}
        >
          {t('download')}
        </Button>
      </header>
      <main className={classes.body}>
        {way === 'pdf' && navigator.pdfViewerEnabled ? (
          <iframe className={classes.paper} src={paperOnly(at('true'))} title={file.name} />
        ) : way === 'picture' ? (
          <img className={classes.picture} src={at('true')} alt={file.name} />
        ) : (
          <div className={classes.unseen}>
            <span className={classes.icon}>
              <FileIcon type={file.type} />
            </span>
            <p>{t('notShown')}</p>
          </div>
        )}
      </main>
      <footer className={classes.foot}>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
