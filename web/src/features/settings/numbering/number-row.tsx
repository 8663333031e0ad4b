import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { useModel } from '#web/engine/model.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { Section } from '../section.tsx';
import { useProblemText } from '../use-tell.ts';
import { triedQuery, type Numbering } from './numbering-query.ts';
import { numberingWords } from './numbering.words.ts';
import { seriesOf } from './series-of.ts';
import { useSavePattern } from './use-save-pattern.ts';
import classes from './numbering-page.module.css';

const marks = { zeros: '{0000}', year: '{yyyy}', shortYear: '{yy}', month: '{mm}' };

/** One field that is numbered: its pattern, and beside it the number that the next record gets. */
export function NumberRow({ numbering }: { numbering: Numbering }) {
  const t = useWords(numberingWords);
  const label = useLabel();
  const textOf = useProblemText();
  const object = useModel().byKey.get(numbering.object);
  const field = object?.field.get(numbering.field);
  const [typed, setTyped] = useState<string | null>(null);
  const pattern = typed ?? numbering.pattern;
  const isChanged = pattern !== numbering.pattern;
  const [asked] = useDebouncedValue(pattern, 250);
  const tried = useQuery({
    ...triedQuery(numbering, asked),
    enabled: isChanged && asked === pattern,
  });
  const save = useSavePattern(numbering);
  const isBad =
    isChanged && (isProblem(tried.error, 'invalid') || isProblem(save.error, 'invalid'));
  const error = isBad ? null : (save.error ?? tried.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged) save.mutate(pattern, { onSuccess: () => setTyped(null) });
  };
  return (
    <Section
      title={`${object ? label(object.label) : numbering.object} · ${field ? label(field.label) : numbering.field}`}
      text={t('given', { count: numbering.given })}
    >
      <form onSubmit={submit} className={classes.form}>
        <div className={classes.fields}>
          <TextInput
            className={classes.pattern ?? ''}
            label={t('pattern')}
            description={`${t(seriesOf(pattern))} ${t('hint', marks)}`}
            value={pattern}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              save.reset();
            }}
            error={isBad && t('bad', marks)}
            spellCheck={false}
            autoComplete="off"
          />
          <div className={classes.next}>
            <div className={classes.label}>{t('next')}</div>
            <output className={classes.number}>
              {isBad ? '–' : ((isChanged ? tried.data?.next : numbering.next) ?? '…')}
            </output>
          </div>
        </div>
        {error && <Note tone="bad">{textOf(error)}</Note>}
        {isChanged && (
          <div className={classes.actions}>
            <Button variant="subtle" color="gray" onClick={() => setTyped(null)}>
              {t('discard')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}
