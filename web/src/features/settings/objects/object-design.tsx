import { Button } from '@mantine/core';
import { useLabel, useWords } from '#web/words/language.tsx';
import { notify } from '#web/ui/notify.tsx';
import { PageHead } from '../page-head.tsx';
import { Section } from '../section.tsx';
import { useTell } from '../use-tell.ts';
import { FieldList } from './field-list.tsx';
import { LayoutDesign } from './layout-design.tsx';
import { NamesForm } from './names-form.tsx';
import { useObjectChange, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';

/** One object: what it is called, its fields, how its page is laid out. */
export function ObjectDesign({ object }: { object: ObjectSetting }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const tell = useTell();
  const change = useObjectChange(() => notify({ tone: 'ok', text: t('saved') }));
  const isArchived = object.archivedAt !== null;
  const path = `/${object.key}`;
  const act = object.custom
    ? isArchived
      ? ({ word: 'restore', method: 'POST', path: `${path}/restore` } as const)
      : ({ word: 'archive', method: 'DELETE', path } as const)
    : ({ word: 'reset', method: 'POST', path: `${path}/reset` } as const);
  return (
    <>
      <PageHead title={label(object.pluralLabel)} under="objects">
        {(object.custom || object.changed) && (
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ method: act.method, path: act.path }, { onError: tell })}
          >
            {t(act.word)}
          </Button>
        )}
      </PageHead>
      <Section title={t('names')} text={t('namesText')}>
        <NamesForm object={object} />
      </Section>
      <Section title={t('fields')} text={t('fieldsText')}>
        <FieldList object={object} />
      </Section>
      {!isArchived && (
        <Section title={t('layout')} text={t('layoutText')}>
          <LayoutDesign object={object} />
        </Section>
      )}
    </>
  );
}
