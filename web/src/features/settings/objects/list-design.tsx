import { Select } from '@mantine/core';
import { useLabel, useWords } from '#web/words/language.tsx';
import { useViews } from '#web/engine/list/views/use-views.ts';
import { objectsWords } from './objects.words.ts';
import { OrderList } from './order-list.tsx';
import type { Design } from './use-design.ts';
import classes from './object-design.module.css';

/** Columns of lists, what the search finds records by, and the view that lists open with. */
export function ListDesign({ design }: { design: Design }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const { now, sayOfObject, sayOfLayout } = design;
  const { views } = useViews(now.object);
  const choices = now.object.fields.map(({ key, label: name }) => ({ key, label: label(name) }));
  return (
    <div className={classes.orders}>
      <OrderList
        title={t('list')}
        text={t('listText')}
        choices={choices}
        value={now.list}
        onChange={(list) => sayOfObject({ list })}
        fixed={now.list.length === 1 ? now.list : []}
      />
      <OrderList
        title={t('search')}
        text={t('searchText')}
        choices={choices.filter(({ key }) => now.byKey.has(key))}
        value={now.search}
        onChange={(search) => sayOfObject({ search })}
      />
      <Select
        label={t('defaultView')}
        description={t('defaultViewText')}
        placeholder={t('allRecords')}
        clearable
        data={views
          .filter(({ audience }) => audience === 'everyone')
          .map(({ id, name }) => ({ value: id, label: label(name) }))}
        value={now.layout.defaultView}
        onChange={(defaultView) => sayOfLayout({ defaultView })}
      />
    </div>
  );
}
