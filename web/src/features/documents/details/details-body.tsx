import { Button } from '@mantine/core';
import { IconDownload, IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { InlineEdit } from '#web/engine/fields/inline-edit.tsx';
import { useOnPage } from '#web/engine/record/record-context.tsx';
import { SharingSection } from '#web/engine/record/people/sharing-section.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { documentWords } from '../documents.words.ts';
import { downloadAddress, wayToShow, type Entry } from '../entry.ts';
import { openPreview } from '../open-preview.ts';
import { Shown } from '../shown.tsx';
import classes from './details.module.css';
import { LinksSection } from './links-section.tsx';
import { OpeningsSection } from './openings-section.tsx';
import { VersionsSection } from './versions-section.tsx';

/** Fields of their own parts are not told twice. */
const toldElsewhere = new Set(['name', 'file', 'team']);
const look = { size: 16, stroke: 1.7 };

export function DetailsBody({ entry, object }: { entry: Entry; object: ScreenObject }) {
  const t = useWords(documentWords);
  const label = useLabel();
  const { record } = useOnPage();
  const { file } = entry;
  const fields = object.fields.filter(
    ({ key, system }) => !toldElsewhere.has(key) && (!system || key === 'owner'),
  );
  const canChange = object.rights.update !== 'none';
  return (
    <div className={classes.body}>
      {file && wayToShow(file.type) === 'picture' && (
        <div className={classes.glance}>
          <Shown id={entry.id} name={entry.name} file={file} />
        </div>
      )}
      <div className={classes.acts}>
        {file && (
          <>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconEye {...look} />}
              onClick={() => openPreview([record], entry.id)}
            >
              {t('look')}
            </Button>
            <Button
              size="xs"
              variant="default"
              component="a"
              href={downloadAddress(file.id)}
              download={entry.name}
              leftSection={<IconDownload {...look} />}
            >
              {t('download')}
            </Button>
          </>
        )}
        <Link
          className={classes.link ?? ''}
          to="/$objects/$id"
          params={{ objects: 'documents', id: entry.id }}
        >
          {t('fullPage')}
        </Link>
      </div>
      <dl className={classes.facts}>
        {fields.map((field) => (
          <div key={field.key}>
            <dt>{label(field.label)}</dt>
            <dd>
              <InlineEdit object={object} record={record} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      <SharingSection />
      {file && <VersionsSection id={entry.id} inUse={file.id} canChange={canChange} />}
      {file && canChange && object.rights.export && <LinksSection id={entry.id} />}
      {file && canChange && <OpeningsSection id={entry.id} />}
    </div>
  );
}
