import { IconPhone } from '@tabler/icons-react';
import { memo, useLayoutEffect, useRef, type MouseEvent } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { CompanyName } from '#web/ui/company-name.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { fieldView } from '../../fields/index.ts';
import { saysLittle } from '../../fields/says-little.ts';
import { glyphOf } from '../../records/record-glyphs.ts';
import { shapeOf } from '../../records/record-shapes.ts';
import { titleOf } from '../../records/title.ts';
import { listWords } from '../list.words.ts';
import type { Card } from './card-of.ts';
import { useLongPress } from './use-long-press.ts';
import classes from './phone.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData | undefined;
  card: Card;
  top: number;
  index: number;
  /** Rows are as high as what they say. */
  measure(node: Element | null): void;
  isSelected: boolean;
  /** Something is chosen: a tap chooses too, instead of opening. */
  isChoosing: boolean;
  onOpen(record: RecordData): void;
  onToggle(id: string): void;
}

/** Of a small phone, beside the picture and the call. */
const lettersInTwoLines = 56;

export const PhoneRow = memo(function PhoneRow(props: Props) {
  const { object, record, card, top, index, measure, isSelected, isChoosing } = props;
  const { onOpen, onToggle } = props;
  const t = useWords(listWords);
  const label = useLabel();
  const { language } = useLanguage();
  const press = useLongPress(() => record && onToggle(record.id));
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    measure(row.current);
    return () => measure(null);
  }, [measure, index, record, card]);
  const place = {
    role: 'listitem',
    ref: row,
    'data-index': index,
    style: { transform: `translateY(${top}px)` },
  };
  if (!record) {
    return (
      <div className={classes.row} {...place}>
        <span className={classes.bone} />
      </div>
    );
  }
  const title = titleOf(object, record, language);
  const has = (key: string | undefined) => {
    const value = key === undefined ? null : record[key];
    return value !== null && value !== undefined && value !== '';
  };
  const facts = card.facts.filter(({ key }) => has(key)).slice(0, 2);
  const hasStatus = has(card.status?.key);
  const fact = (field: Card['facts'][number]) => (
    <span key={field.key} className={classes.fact}>
      <span className={classes.value}>
        {saysLittle(field) && `${label(field.label)}: `}
        <Value field={field} record={record} />
      </span>
    </span>
  );
  const number = card.phone && firstOf(record[card.phone.key]);
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (press.justHeld()) return;
    if (isChoosing) onToggle(record.id);
    else onOpen(record);
  };
  return (
    <div className={`${classes.row} ${isSelected ? classes.selected : ''}`} {...place}>
      {isChoosing && (
        <input
          type="checkbox"
          className={classes.check}
          checked={isSelected}
          aria-label={t('selectOne', { title })}
          onChange={() => onToggle(record.id)}
        />
      )}
      <a
        href={`/${object.path}/${record.id}`}
        className={classes.open}
        onClick={follow}
        {...press.on}
      >
        {object.reach === 'owned' && (
          <Avatar
            name={title}
            kind={shapeOf(object, record)}
            size={32}
            glyph={glyphOf(object.key, record)}
          />
        )}
        <span className={classes.lines}>
          <span className={classes.title}>
            <CompanyName name={title} room={lettersInTwoLines} />
          </span>
          {(hasStatus || facts.length > 0) && (
            <span className={classes.second}>
              {card.status && hasStatus && (
                <span className={`${classes.fact} ${classes.status}`}>
                  <span className={classes.value}>
                    <Value field={card.status} record={record} />
                  </span>
                </span>
              )}
              {facts.map(fact)}
            </span>
          )}
        </span>
      </a>
      {number !== undefined && !isChoosing && (
        <a href={`tel:${number}`} className={classes.call} aria-label={t('call', { title })}>
          <IconPhone size={20} stroke={1.5} />
        </a>
      )}
    </div>
  );
});

function Value({ field, record }: { field: Card['facts'][number]; record: RecordData }) {
  const { Show } = fieldView(field);
  return <Show value={record[field.key]} field={field} place="cell" />;
}

const firstOf = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
};
