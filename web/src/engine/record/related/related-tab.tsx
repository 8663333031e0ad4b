import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { LinkButton } from '#web/ui/link-button.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openForm } from '../../form/open-form.ts';
import { inSentence } from '../../list/in-sentence.ts';
import { everything } from '../../list/list-state.ts';
import { RelatedTable } from '../../list/related-table.tsx';
import { useOnPage } from '../record-context.tsx';
import { rememberList } from '../record-neighbours.ts';
import { recordWords } from '../record.words.ts';
import { RelatedRows } from './related-rows.tsx';
import { pointsTo, tiedTo, type RelatedList } from './related-lists.ts';
import classes from './related.module.css';

/** All records of a related list, in a table of their own. */
export function RelatedTab({ list, isPhone }: { list: RelatedList; isPhone: boolean }) {
  const t = useWords(recordWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { record, title } = useOnPage();
  const { object, field } = list;
  const where = useMemo(() => pointsTo(list, record.id), [list, record.id]);
  const whole = { view: everything, where: JSON.stringify(where) };
  const columns = useMemo(
    () => object.list.filter((key) => key !== field.key),
    [object, field.key],
  );
  const one = inSentence(label(object.label));
  const add = object.rights.create && (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.7} />}
      onClick={() =>
        openForm({ object: object.key, values: tiedTo(list, { id: record.id, title }) })
      }
    >
      {t('add', { name: one })}
    </Button>
  );
  const many = inSentence(label(list.label));
  const empty = (
    <Empty title={t('related', { name: many })} text={t('relatedText', { name: many, title })} />
  );
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        {add}
        <LinkButton
          variant="subtle"
          to="/$objects"
          params={{ objects: object.path }}
          search={whole}
          rightSection={<IconArrowRight size={16} stroke={1.7} />}
        >
          {t('asList')}
        </LinkButton>
      </div>
      {isPhone ? (
        <RelatedRows list={list} where={where} empty={empty} />
      ) : (
        <RelatedTable
          key={`${list.key} ${record.id}`}
          object={object}
          where={where}
          columns={columns}
          onOpen={(opened, around) => {
            rememberList(object.path, {
              ids: around.records().map(({ id }) => id),
              search: `?${new URLSearchParams(whole).toString()}`,
              onward: around.onward?.(),
            });
            void navigate({
              to: '/$objects/$id',
              params: { objects: object.path, id: opened.id },
            });
          }}
          empty={empty}
        />
      )}
    </div>
  );
}
