import { Portal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { FieldShow } from '../../fields/field-show.tsx';
import { useMe } from '../../model.ts';
import { sectionsOf } from '../facts/shown-sections.ts';
import { statusField } from '../head/head-facts.ts';
import { useOnPage } from '../record-context.tsx';
import { useNow } from '../use-now.ts';
import { recordWords } from '../record.words.ts';
import classes from './print.module.css';

/** The record on paper: what is known of it, without the screen round it. Made only when it is printed. */
export function PrintSheet() {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting ? (
    <Portal>
      <Sheet />
    </Portal>
  ) : null;
}

function Sheet() {
  const t = useWords(recordWords);
  const label = useLabel();
  const { timeZone } = useLanguage();
  const { workspace } = useMe();
  const now = useNow();
  const { object, record, title } = useOnPage();
  const status = statusField(object);
  const isFilled = (key: string) => record[key] !== null && record[key] !== undefined;
  return (
    <article className={classes.sheet} data-print-sheet>
      <header className={classes.head}>
        <p className={classes.meta}>
          {workspace.name} · {label(object.label)}
        </p>
        <h1 className={classes.title}>{title || t('noTitle')}</h1>
        {status && <FieldShow field={status} value={record[status.key]} place="card" />}
      </header>
      {sectionsOf(object)
        .map((section) => ({
          ...section,
          fields: section.fields.filter(({ key }) => key !== object.title && isFilled(key)),
        }))
        .filter(({ fields }) => fields.length > 0)
        .map((section) => (
          <section key={section.key} className={classes.section}>
            <h2 className={classes.heading}>{label(section.label)}</h2>
            <dl className={classes.fields}>
              {section.fields.map((field) => (
                <div key={field.key} className={classes.field}>
                  <dt>{label(field.label)}</dt>
                  <dd>
                    <FieldShow field={field} value={record[field.key]} place="page" />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <footer className={classes.meta}>
        {t('printedOn', { date: formatDateTime(now, timeZone) })} ·{' '}
        {`${window.location.host}/${object.path}/${record.id}`}
      </footer>
    </article>
  );
}
