import { Fragment } from 'react';
import { Link } from '@tanstack/react-router';
import { dateInZone } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import { Tag, TagList } from '#web/ui/tag.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { ScreenField } from '#web/api/model.ts';
import { FieldShow } from '../../fields/field-show.tsx';
import { asReference } from '../../fields/read-value.ts';
import { useModel } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { headLine, headTags, isFilled, statusField } from './head-facts.ts';
import classes from './head.module.css';

/** Name, state and tags; under them what tells it apart. */
export function TitleLine({ isPhone = false }: { isPhone?: boolean }) {
  const t = useWords(recordWords);
  const { timeZone } = useLanguage();
  const { object, record, title } = useOnPage();
  const status = statusField(object);
  const tags = headTags(object, record);
  const parts = headLine(object, record);
  const added =
    record.createdAt === undefined || isPhone
      ? undefined
      : formatDate(dateInZone(new Date(record.createdAt), timeZone));
  const state = status && isFilled(record[status.key]) && (
    <span className={classes.status}>
      <FieldShow field={status} value={record[status.key]} place="card" />
    </span>
  );
  return (
    <div className={classes.titles}>
      <div className={classes.titleRow}>
        <h1 className={classes.title}>{title || t('noTitle')}</h1>
        {!isPhone && state}
        {tags.length > 0 && !isPhone && (
          <TagList most={2}>
            {tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </TagList>
        )}
      </div>
      <p className={classes.line}>
        {isPhone && state}
        {parts.map((field, i) => (
          <Fragment key={field.key}>
            {i > 0 && ' · '}
            <span className={classes.part}>
              <LinePart field={field} value={record[field.key]} />
            </span>
          </Fragment>
        ))}
        {added !== undefined && `${parts.length > 0 ? ' · ' : ''}${t('added', { date: added })}`}
      </p>
    </div>
  );
}

/** A name or number speaks for itself; a code that does not is given its label. */
function LinePart({ field, value }: { field: ScreenField; value: unknown }) {
  const label = useLabel();
  const { byKey } = useModel();
  const reference = field.kind === 'relation' ? asReference(value) : null;
  const to = field.kind === 'relation' ? byKey.get(field.to)?.path : undefined;
  if (reference && to !== undefined && reference.title !== null)
    return (
      <Link
        className={classes.lineLink}
        to="/$objects/$id"
        params={{ objects: to, id: reference.id }}
      >
        {reference.title}
      </Link>
    );
  const isCode = field.kind === 'text' && field.form !== undefined;
  return (
    <>
      {isCode && `${label(field.label)} `}
      <FieldShow field={field} value={value} place="card" />
    </>
  );
}
