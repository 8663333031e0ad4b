import { Link } from '@tanstack/react-router';
import { IconArrowUpRight } from '@tabler/icons-react';
import type { ScreenField } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import { asReference } from '../../fields/read-value.ts';
import { useModel } from '../../model.ts';
import { factsWords } from './facts.words.ts';
import classes from './facts.module.css';

interface Props {
  field: ScreenField;
  value: unknown;
  /** Beside a value whose click changes it. */
  isArrow?: boolean;
}

/** The way to a related record. */
export function RelationValue({ field, value, isArrow = false }: Props) {
  const t = useWords(factsWords);
  const { byKey } = useModel();
  const to = field.kind === 'relation' ? byKey.get(field.to) : undefined;
  const reference = asReference(value);
  if (!reference) return null;
  if (!to || reference.title === null) return isArrow ? null : t('unseen');
  return (
    <Link
      className={isArrow ? classes.arrow : classes.link}
      to="/$objects/$id"
      params={{ objects: to.path, id: reference.id }}
      {...(isArrow && { 'aria-label': t('open', { title: reference.title }) })}
    >
      {isArrow ? <IconArrowUpRight size={16} stroke={1.7} /> : reference.title}
    </Link>
  );
}
