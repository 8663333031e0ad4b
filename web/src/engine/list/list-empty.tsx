import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { openForm } from '../form/open-form.ts';
import { useMe } from '../model.ts';
import { inSentence } from './in-sentence.ts';
import type { ListControl } from './list-state.ts';
import { listWords } from './list.words.ts';

/** Nothing there yet: make or import something. Nothing found: look for less. */
export function ListEmpty({ object, control }: { object: ScreenObject; control: ListControl }) {
  const t = useWords(listWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { state, change } = control;
  const isAdministrator = useMe().role.administrator;
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
  const { create, import: canImport, read } = object.rights;
  // Those of others may be many, and are not seen.
  const isOwnOnly = !isAdministrator && read === 'some' && object.field.has('owner');
  const text = !create ? 'noneYetSee' : canImport ? 'noneYetText' : 'noneYetAdd';
  return (
    <div data-empty-list>
      <Empty
        title={t(isOwnOnly ? 'noneYours' : 'noneYet', { name: many })}
        text={t(text, { name: many })}
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
