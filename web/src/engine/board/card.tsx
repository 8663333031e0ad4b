import { useDraggable } from '@dnd-kit/core';
import { Link } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { FieldShow } from '../fields/field-show.tsx';
import { titleOf } from '../records/title.ts';
import classes from './board.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData;
  /** The field of the columns, which the place already says. */
  without: string;
  canMove: boolean;
}

/** A record on the board. */
export function Card({ object, record, without, canMove }: Props) {
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: record.id,
    data: { record },
    disabled: !canMove,
  });
  return (
    <article
      ref={setNodeRef}
      className={classes.card}
      data-dragging={isDragging || undefined}
      {...(canMove && { ...attributes, ...listeners, role: 'group' })}
      aria-roledescription={undefined}
    >
      <CardBody object={object} record={record} without={without} />
    </article>
  );
}

const mostFacts = 3;

export function CardBody({ object, record, without }: Omit<Props, 'canMove'>) {
  const { language } = useLanguage();
  const facts = object.layout.facts
    .flatMap((key) => object.field.get(key) ?? [])
    .filter(
      ({ key }) =>
        key !== object.title &&
        key !== without &&
        record[key] !== null &&
        record[key] !== undefined,
    )
    .slice(0, mostFacts);
  return (
    <>
      <Link
        className={classes.title ?? ''}
        to="/$objects/$id"
        params={{ objects: object.path, id: record.id }}
        draggable={false}
      >
        {titleOf(object, record, language)}
      </Link>
      {facts.map((field) => (
        <span key={field.key} className={classes.fact}>
          <FieldShow field={field} value={record[field.key]} place="card" />
        </span>
      ))}
    </>
  );
}
