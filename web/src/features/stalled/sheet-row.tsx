import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatCompact, formatMoney } from '#shared/locale/format-money.ts';
import { useObject } from '#web/engine/model.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { OutcomeView, stageName } from './outcome-view.tsx';
import classes from './stalled.module.css';
import type { SheetLine } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';

interface Props {
  line: SheetLine;
  isChosen: boolean;
  onChoose(chosen: boolean): void;
}

/** A customer of a sheet: why, how long, what is at risk, with whom, and what came of it. */
export function SheetRow({ line, isChosen, onChoose }: Props) {
  const t = useWords(stalledWords);
  const label = useLabel();
  const { language } = useLanguage();
  const object = useObject({ key: 'account' });
  const { account, valueAtRisk, valueFrom, keeper, load, suggested, outcome } = line;
  const about = [
    ...(line.stage === null ? [] : [stageName(object, line.stage, label)]),
    ...(line.potential === null ? [] : [stageName(object, line.potential, label, 'potential')]),
  ];
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className={classes.box}>
        <Checkbox
          aria-label={t('choose', { name: line.name })}
          checked={isChosen}
          disabled={outcome.gone || account === null}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <td className={classes.name}>
        {account === null || outcome.gone ? (
          line.name
        ) : (
          <Link to="/$objects/$id" params={{ objects: object?.path ?? 'accounts', id: account.id }}>
            {account.title ?? line.name}
          </Link>
        )}
        <span className={classes.second}>{about.join(' · ')}</span>
      </td>
      <td className={classes.why}>
        <ul>
          {line.why.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      </td>
      <td className={classes.figure} data-label={t('idle')}>
        {t('days', { count: line.idleDays })}
      </td>
      <td className={classes.figure} data-label={t('value')}>
        {valueAtRisk === null ? (
          '–'
        ) : (
          <>
            <span title={formatMoney(valueAtRisk.amount, valueAtRisk.currency, language)}>
              {formatCompact(valueAtRisk.amount, language)}
            </span>
            {valueFrom !== null && <span className={classes.second}>{t(valueFrom)}</span>}
          </>
        )}
      </td>
      <td data-label={t('keeper')}>
        {keeper === null ? (
          <span className={classes.second}>{t('nobody')}</span>
        ) : (
          <Person name={keeper.title ?? ''}>
            {load?.customers !== undefined && t('load', { count: load.customers })}
          </Person>
        )}
      </td>
      <td data-label={t('suggested')}>
        {suggested !== null && (
          <Person name={suggested.title ?? ''}>{line.whySuggested[0] ?? ''}</Person>
        )}
      </td>
      <td data-label={t('outcome')}>
        <OutcomeView outcome={outcome} object={object} />
      </td>
    </tr>
  );
}

function Person({ name, children }: { name: string; children: string | false }) {
  return (
    <span className={classes.person}>
      <Avatar name={name} />
      <span>
        {name}
        {children !== false && children !== '' && (
          <span className={classes.second}>{children}</span>
        )}
      </span>
    </span>
  );
}
