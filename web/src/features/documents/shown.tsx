import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isTableType } from '#shared/table-type.ts';
import { TablePreview } from '#web/engine/record/files/table-preview.tsx';
import { Note } from '#web/ui/note.tsx';
import { paperOnly } from '#web/ui/paper-only.ts';
import { useWords } from '#web/words/language.tsx';
import { pagesQuery, textQuery } from './documents.queries.ts';
import { documentWords } from './documents.words.ts';
import { previewAddress, wayToShow, type DocumentFile } from './entry.ts';
import classes from './preview.module.css';

interface Props {
  /** Of the document. */
  id: string;
  name: string;
  file: DocumentFile;
}

/** What a document looks like, as far as a page can show it. */
export function Shown({ id, name, file }: Props) {
  const t = useWords(documentWords);
  const [isBroken, setBroken] = useState(false);
  const way = wayToShow(file.type);
  if (way === 'office') return <ShownOffice id={id} name={name} file={file} />;
  if (way === 'text') return <ShownText id={id} isWhole={file.type.startsWith('text/')} />;
  if (way === 'table')
    return <TablePreview fileId={file.id} name={name} otherwise={<ShownText id={id} isWhole />} />;
  // Phones have no place to show a PDF in.
  if (isBroken || way === undefined || (way === 'pdf' && !navigator.pdfViewerEnabled))
    return <Note tone="info">{t('noPreview')}</Note>;
  if (way === 'pdf')
    return (
      <iframe className={classes.page} src={paperOnly(previewAddress(file.id))} title={name} />
    );
  return (
    <img
      className={classes.picture}
      src={previewAddress(file.id)}
      alt={name}
      onError={() => setBroken(true)}
    />
  );
}

/** As it is laid out where a converter makes pages of it, else its rows or its words. */
function ShownOffice({ id, name, file }: Props) {
  const t = useWords(documentWords);
  const { data, isError } = useQuery({ ...pagesQuery(id), enabled: navigator.pdfViewerEnabled });
  if (data?.shown)
    return (
      <iframe className={classes.page} src={paperOnly(previewAddress(file.id))} title={name} />
    );
  if (data || isError || !navigator.pdfViewerEnabled) {
    const words = <ShownText id={id} isWhole={false} />;
    if (!isTableType(file.type)) return words;
    return <TablePreview fileId={file.id} name={name} otherwise={words} />;
  }
  return (
    <>
      <p className={classes.hint}>{t('laidOut')}</p>
      <Skeleton height={240} />
    </>
  );
}

function ShownText({ id, isWhole }: { id: string; isWhole: boolean }) {
  const t = useWords(documentWords);
  const { data, isError } = useQuery(textQuery(id));
  if (isError) return <Note tone="warn">{t('noPreview')}</Note>;
  if (!data) return <Skeleton height={240} />;
  if (data.state === 'waiting') return <Note tone="info">{t('waiting')}</Note>;
  if (data.state !== 'done') return <Note tone="info">{t('noPreview')}</Note>;
  return (
    <>
      {!isWhole && <p className={classes.hint}>{t('textOnly')}</p>}
      {/* Scrolled by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled takes the focus */}
      <pre className={classes.words} tabIndex={0}>
        {data.text}
      </pre>
    </>
  );
}
