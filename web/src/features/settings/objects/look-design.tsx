import { useModel } from '#web/engine/model.ts';
import { pointingHere } from './pointing-here.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import { OrderList } from './order-list.tsx';
import type { Design } from './use-design.ts';
import classes from './object-design.module.css';

/** What a form asks first, what a page shows first, and which lists follow. */
export function LookDesign({ design }: { design: Design }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const model = useModel();
  const { now, sayOfLayout } = design;
  const { layout } = now;
  const shown = now.object.fields.filter(({ key }) => !layout.hidden.includes(key));
  const choices = shown.map(({ key, label: name }) => ({ key, label: label(name) }));
  const isAsked = (key: string) => {
    const field = now.object.field.get(key);
    return field?.writable === true && field.kind !== 'autoNumber';
  };
  const asked = choices.filter(({ key }) => isAsked(key));
  return (
    <div className={classes.orders}>
      <OrderList
        title={t('quickCreate')}
        text={t('quickCreateText')}
        choices={asked}
        value={layout.quickCreate}
        onChange={(quickCreate) => sayOfLayout({ quickCreate })}
        fixed={layout.required}
      />
      <OrderList
        title={t('facts')}
        text={t('factsText')}
        choices={choices}
        value={layout.facts}
        onChange={(facts) => sayOfLayout({ facts })}
      />
      <OrderList
        title={t('related')}
        text={t('relatedText')}
        choices={pointingHere(now.object, model).map(({ key, label: name }) => ({
          key,
          label: label(name),
        }))}
        value={layout.related}
        onChange={(related) => sayOfLayout({ related })}
      />
      <OrderList
        title={t('requiredHere')}
        text={t('requiredHereText')}
        choices={asked.filter(({ key }) => now.byKey.get(key)?.required !== true)}
        value={layout.required}
        onChange={(required) => sayOfLayout({ required })}
      />
    </div>
  );
}
