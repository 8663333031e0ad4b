import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { FieldShow } from '#web/engine/fields/field-show.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './convert-lead.module.css';
import { leadWords } from './lead.words.ts';

/** As the server carries them over; see modules/lead/carry-lead. */
const carried = [
  'phones',
  'emails',
  'taxCode',
  'website',
  'address',
  'jobTitle',
  'interest',
  'owner',
];

/** What of the lead goes along. */
export function Carried({ object, lead }: { object: ScreenObject; lead: RecordData }) {
  const t = useWords(leadWords);
  const label = useLabel();
  const fields = carried
    .flatMap((key) => object.field.get(key) ?? [])
    .filter(({ key }) => lead[key] !== null && lead[key] !== undefined);
  if (fields.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3 className={classes.heading}>{t('carried')}</h3>
      <dl className={classes.facts}>
        {fields.map((field) => (
          <div key={field.key} className={classes.fact}>
            <dt>{label(field.label)}</dt>
            <dd>
              <FieldShow field={field} value={lead[field.key]} place="card" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
