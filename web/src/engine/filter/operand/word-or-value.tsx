import { NativeSelect } from '@mantine/core';
import { relativeDates } from '#shared/filter.ts';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { wordOf } from '../complete.ts';
import { filterWords, type FilterWord } from '../filter.words.ts';
import { kindWords } from '../kind-operators.ts';
import { SingleOperand, type SingleProps } from './single-operand.tsx';
import classes from './operand.module.css';

const own = 'own';

/** A word that is worked out when the list is asked for (`today`, `me`), or a value of one's own. */
export function WordOrValue(props: SingleProps) {
  const { path, op, value, onChange, label, autoFocus = false } = props;
  const t = useWords(filterWords);
  const choices = wordsFor(props);
  // A moment equals no other: whole days of a time are said with words, or with two ends.
  const isOwnOffered = !(path.field.kind === 'dateTime' && (op === 'eq' || op === 'ne'));
  const said = wordOf(value);
  const name = said && (said.word === 'relative' ? said.relative : said.word);
  const [isOwn, setOwn] = useState(said === undefined && value !== undefined);
  if (choices.length === 0) return <SingleOperand {...props} />;
  const chosen = name ?? (isOwn && isOwnOffered ? own : '');
  return (
    <div className={classes.stack}>
      <NativeSelect
        aria-label={label}
        value={chosen}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setOwn(next === own);
          onChange(next === own || next === '' ? undefined : valueOf(next));
        }}
      >
        {chosen === '' && <option value="">{t('pick')}</option>}
        {choices.map((word) => (
          <option key={word} value={word}>
            {t(word)}
          </option>
        ))}
        {isOwnOffered && <option value={own}>{t(ownWord(path.field.kind))}</option>}
      </NativeSelect>
      {chosen === own && <SingleOperand {...props} autoFocus />}
    </div>
  );
}

const ownWord = (kind: string): FilterWord =>
  kind === 'member' ? 'someone' : kind === 'team' ? 'someTeam' : 'exactDay';

/** In the order one is likely to want them. */
const relativeOrder = [...relativeDates].toSorted(
  (a, b) =>
    Number(b.startsWith('last') && /\d/.test(b)) - Number(a.startsWith('last') && /\d/.test(a)),
);

function wordsFor({ path, op }: SingleProps): FilterWord[] {
  const offered = path.behaves === undefined ? kindWords[path.field.kind] : undefined;
  return Object.entries(offered ?? {}).flatMap(([word, operators]): FilterWord[] => {
    if (!operators.includes(op)) return [];
    if (word === 'relative') return relativeOrder;
    return word === 'me' || word === 'myTeam' || word === 'myTeams' ? [word] : [];
  });
}

const valueOf = (word: string) =>
  relativeDates.some((each) => each === word) ? { relative: word } : { [word]: true };
