import type { ReactNode } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import { Fact } from './fact.tsx';
import { factsOf, filledSections } from './shown-sections.ts';
import classes from './facts.module.css';

/** Key facts, with what can be done with them beside their heading, then what else is known of it. */
export function FactsPanel({ action }: { action?: ReactNode }) {
  const t = useWords(recordWords);
  const label = useLabel();
  const { object, record } = useOnPage();
  const facts = factsOf(object);
  return (
    <>
      {facts.length > 0 && (
        <section className={classes.section}>
          <div className={classes.top}>
            <h2 className={classes.heading}>{t('facts')}</h2>
            {action}
          </div>
          <dl className={classes.facts}>
            {facts.map((field) => (
              <Fact key={field.key} field={field} />
            ))}
          </dl>
        </section>
      )}
      {filledSections(object, record).map((section) => (
        <section key={section.key} className={classes.section}>
          <h2 className={classes.heading}>{label(section.label)}</h2>
          <dl className={classes.facts}>
            {section.fields.map((field) => (
              <Fact key={field.key} field={field} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
