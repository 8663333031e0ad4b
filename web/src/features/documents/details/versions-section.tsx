import { ActionIcon, FileButton, Button } from '@mantine/core';
import { IconDownload, IconRestore, IconTrash, IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { formatBytes } from '#web/ui/format-bytes.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { versionsQuery, type Version } from '../documents.queries.ts';
import { documentWords } from '../documents.words.ts';
import { downloadAddress } from '../entry.ts';
import { sendFiles } from '../uploads/send-uploads.ts';
import classes from './details.module.css';
import { Section } from './section.tsx';

interface Props {
  /** Of the document. */
  id: string;
  /** The file it has now. */
  inUse: string;
  canChange: boolean;
}

const look = { size: 16, stroke: 1.7 };

/** The files it had and has; any can be the one in use. */
export function VersionsSection({ id, inUse, canChange }: Props) {
  const t = useWords(documentWords);
  const { language, timeZone } = useLanguage();
  const client = useQueryClient();
  const { data } = useQuery(versionsQuery(id));
  const items = data?.items ?? [];
  const say = async (work: Promise<unknown>, done: string) => {
    try {
      await work;
      await renew(client, 'documents');
      notify({ tone: 'ok', text: done });
    } catch (error) {
      notify({ tone: 'bad', text: error instanceof Error ? error.message : '' });
    }
  };
  const use = ({ number, file }: Version) =>
    say(send('PATCH', address(`documents/${id}`), { file: file.id }), t('used', { number }));
  const remove = ({ number }: Version) =>
    say(
      send('DELETE', address(`documents/${id}/versions/${number}`)),
      t('versionRemoved', { number }),
    );
  return (
    <Section
      title={t('versions')}
      count={items.length}
      action={
        canChange && (
          <FileButton onChange={(file) => file && sendFiles([file], { document: id })}>
            {(button) => (
              <Button
                {...button}
                size="xs"
                variant="default"
                leftSection={<IconUpload {...look} />}
              >
                {t('newVersion')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <ul className={classes.list}>
        {items.map((version) => (
          <li key={version.number} className={classes.row}>
            <span className={classes.text}>
              <span>
                {t('version', { number: version.number })}
                {version.file.id === inUse && (
                  <span className={classes.count}> · {t('current')}</span>
                )}
              </span>
              {version.note !== null && <span>{version.note}</span>}
              <span className={classes.meta}>
                {[
                  formatBytes(version.file.size, language),
                  version.createdBy?.title,
                  // The hour stays with its day.
                  formatDateTime(new Date(version.createdAt), timeZone).replace(' ', '\u00a0'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <ActionIcon
              component="a"
              href={downloadAddress(version.file.id)}
              download={version.file.name}
              aria-label={t('downloadVersion', { number: version.number })}
            >
              <IconDownload {...look} />
            </ActionIcon>
            {canChange && version.file.id !== inUse && (
              <>
                <ActionIcon
                  aria-label={t('useVersion', { number: version.number })}
                  onClick={() => void use(version)}
                >
                  <IconRestore {...look} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('removeVersion', { number: version.number })}
                  onClick={() => void remove(version)}
                >
                  <IconTrash {...look} />
                </ActionIcon>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
