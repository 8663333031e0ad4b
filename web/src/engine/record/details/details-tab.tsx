import { useLabel } from '#web/words/language.tsx';
import { Fact } from '../facts/fact.tsx';
import { sectionsOf } from '../facts/shown-sections.ts';
import { useOnPage } from '../record-context.tsx';
import classes from './details.module.css';
import { MadeBy } from './made-by.tsx';

/** Every field of the layout, in its sections. */
export function DetailsTab() {
  const label = useLabel();
  const { object } = useOnPage();
  return (
    <div className={classes.details}>
      {sectionsOf(object).map((section) => (
        <section key={section.key} className={classes.section}>
          <h2 className={classes.heading}>{label(section.label)}</h2>
          <dl className={classes.fields}>
            {section.fields.map((field) => (
              <Fact key={field.key} field={field} isStacked />
            ))}
          </dl>
        </section>
      ))}
      <MadeBy />
    </div>
  );
}
