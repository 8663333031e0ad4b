import type { RecordData } from '#web/api/records.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLabel } from '#web/words/language.tsx';
import { FieldShow } from '../fields/field-show.tsx';
import { fieldView } from '../fields/index.ts';
import { asReference } from '../fields/read-value.ts';
import { saysLittle } from '../fields/says-little.ts';
import { CardStep } from './card-step.tsx';
import type { CardFields } from './board-fields.ts';
import classes from './card.module.css';

/** Key facts that have a value, and who it belongs to. */
export function CardFacts({
  record,
  fields: { facts, person, step },
}: {
  record: RecordData;
  fields: CardFields;
}) {
  const label = useLabel();
  const known = facts.filter(({ key }) => {
    const value = record[key];
    return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  const name = person && asReference(record[person.key])?.title;
  const owner = person && name && (
    <span className={classes.person} title={name}>
      <Avatar name={name} />
      <span className="unseen">{`${label(person.label)}: ${name}`}</span>
    </span>
  );
  const told = (
    <dl className={classes.facts}>
      {known.map((field) => (
        <div key={field.key} className={fieldView(field).summable ? classes.figure : classes.fact}>
          <dt className={saysLittle(field) ? classes.label : 'unseen'}>{label(field.label)}</dt>
          <dd>
            <FieldShow field={field} value={record[field.key]} place="card" />
          </dd>
        </div>
      ))}
    </dl>
  );
  // Without a line for what is next, whose it is stands beside the last fact.
  if (!step)
    return (
      <div className={classes.told}>
        {told}
        {owner}
      </div>
    );
  return (
    <>
      {told}
      <div className={`${classes.foot} ${classes.ruled}`}>
        <CardStep value={record[step.key]} />
        {owner}
      </div>
    </>
  );
}
