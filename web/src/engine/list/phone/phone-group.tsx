import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { Bucket } from '../groups.ts';
import { inSentence } from '../in-sentence.ts';
import { listWords } from '../list.words.ts';
import { GroupName } from '../table/group-name.tsx';
import type { Group, Row } from '../table/rows.ts';
import classes from './phone.module.css';

interface Props {
  object: ScreenObject;
  row: Exclude<Row, { kind: 'record' }>;
  group: { field: ScreenField; bucket: Bucket | undefined } | undefined;
  top: number;
  onFold(group: Group): void;
  onMore(group: Group): void;
}

export function PhoneGroup({ object, row, group, top, onFold, onMore }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const { language } = useLanguage();
  const place = { transform: `translateY(${top}px)` };
  if (row.kind === 'more') {
    const count = formatNumber(String(row.rest), language);
    const name = inSentence(label(row.rest === 1 ? object.label : object.pluralLabel));
    return (
      <div role="listitem" className={classes.line} style={place}>
        <button type="button" className={classes.more} onClick={() => onMore(row.group)}>
          {t('seeMore', { count, name })}
        </button>
      </div>
    );
  }
  const Chevron = row.isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div role="listitem" className={classes.line} style={place}>
      <button
        type="button"
        className={classes.group}
        aria-expanded={row.isOpen}
        onClick={() => onFold(row.group)}
      >
        <Chevron size={16} stroke={1.7} aria-hidden />
        {group && <GroupName {...group} value={row.group.value} />}
        <span className={classes.count}>{formatNumber(String(row.group.count), language)}</span>
      </button>
    </div>
  );
}
