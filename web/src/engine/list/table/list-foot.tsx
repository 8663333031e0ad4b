import { formatNumber } from '#shared/locale/number.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { summed, type Column } from '../columns.ts';
import { inSentence } from '../in-sentence.ts';
import { listWords } from '../list.words.ts';
import type { Found } from '../use-rows.ts';
import { Sum } from './sum.tsx';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  columns: readonly Column[];
  found: Pick<Found, 'totals' | 'isComplete' | 'cutAt'>;
}

/** How many there are, and the sums under their columns. */
export function ListFoot({ object, columns, found }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const { language } = useLanguage();
  const { totals } = found;
  const name = (count: number) =>
    inSentence(label(count === 1 ? object.label : object.pluralLabel));
  const count = totals?.count;
  const places = summed(columns);
  return (
    <div role="rowgroup" className={classes.foot}>
      <div role="row" className={classes.headRow}>
        <div role="gridcell" className={classes.footCount}>
          {count !== undefined &&
            t('countOf', { count: formatNumber(String(count), language), name: name(count) })}
          {found.cutAt !== undefined && (
            <span className={classes.count}>
              {` · ${t('rowsCut', { count: formatNumber(String(found.cutAt), language) })}`}
            </span>
          )}
          {!found.isComplete && (
            <span className={classes.count}> · {t('groupsCut', { count: 1000 })}</span>
          )}
        </div>
        {places.map(({ key, field }) => (
          <div
            key={key}
            role="gridcell"
            className={`${classes.sum} ${classes.footSum}`}
            style={sumPlace(columns.findIndex((column) => column.key === key))}
          >
            {totals && <Sum field={field} value={totals.sums.get(key)} />}
          </div>
        ))}
      </div>
    </div>
  );
}

const sumPlace = (place: number) => ({ left: `var(--l${place})`, width: `var(--w${place})` });
