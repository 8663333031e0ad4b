import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { FieldShow } from '#web/engine/fields/field-show.tsx';
import { useModel } from '#web/engine/model.ts';
import { factsOf } from '#web/engine/record/facts/shown-sections.ts';
import { titleOf } from '#web/engine/records/title.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import { pointingHere } from './pointing-here.ts';
import classes from './preview.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData | undefined;
}

/** The page of a record: key facts, the sections, and the lists that follow. */
export function PageLook({ object, record }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const model = useModel();
  const { language } = useLanguage();
  const { sections, related } = object.layout;
  const facts = factsOf(object).map(({ key }) => key);
  const title = record ? titleOf(object, record, language) : '';
  const lists = new Map(pointingHere(object, model).map((each) => [each.key, each.label]));
  return (
    <>
      <h3 className={classes.title}>{title || label(object.label)}</h3>
      <Facts name={t('facts')} keys={facts} object={object} record={record} />
      {sections.map((section) => (
        <Facts
          key={section.key}
          name={label(section.label)}
          keys={section.fields.filter((key) => !facts.includes(key))}
          object={object}
          record={record}
        />
      ))}
      {related.length > 0 && (
        <p className={classes.tabs}>
          {related.map((key) => {
            const name = lists.get(key);
            return name && <span key={key}>{label(name)}</span>;
          })}
        </p>
      )}
    </>
  );
}

interface FactsProps extends Props {
  name: string;
  keys: readonly string[];
}

function Facts({ name, keys, object, record }: FactsProps) {
  const label = useLabel();
  const fields = keys.flatMap((key) => object.field.get(key) ?? []);
  if (fields.length === 0) return null;
  return (
    <section className={classes.section}>
      <h4 className={classes.heading}>{name}</h4>
      <dl className={classes.facts}>
        {fields.map((field) => {
          const value = record?.[field.key] ?? null;
          return [
            <dt key={`${field.key} name`}>{label(field.label)}</dt>,
            <dd key={field.key}>
              {value === null ? (
                <span className={classes.none}>–</span>
              ) : (
                <FieldShow field={field} value={value} place="cell" />
              )}
            </dd>,
          ];
        })}
      </dl>
    </section>
  );
}
