import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openForm } from '../form/open-form.ts';
import { inSentence } from './in-sentence.ts';
import type { ListControl } from './list-state.ts';
import { listWords } from './list.words.ts';

/** Nothing there yet: make or import something. Nothing found: look for less. */
export function ListEmpty({ object, control }: { object: ScreenObject; control: ListControl }) {
  const t = useWords(listWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { state, change } = control;
  const one = inSentence(label(object.label));
  const many = inSentence(label(object.pluralLabel));
  if (state.where !== undefined || state.q !== undefined) {
    return (
      <Empty title={t('noneFound', { name: many })} text={t('noneFoundText')}>
        <Button variant="default" onClick={() => change({ where: undefined, q: undefined })}>
          {t('clearFilter')}
        </Button>
      </Empty>
    );
  }
  const { create, import: canImport } = object.rights;
  return (
    <div data-empty-list>
      <Empty
        title={t('noneYet', { name: many })}
        text={t(create ? 'noneYetText' : 'noneYetSee', { name: many })}
      >
        {create && (
          <Button onClick={() => openForm({ object: object.key })}>
            {t('add', { name: one })}
          </Button>
        )}
        {create && canImport && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/imports/new', search: { object: object.key } })}
          >
            {t('importFile')}
          </Button>
        )}
      </Empty>
    </div>
  );
}
