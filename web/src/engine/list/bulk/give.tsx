import { Button, Skeleton, Switch } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { FieldOwner } from '../../fields/field-owner.tsx';
import { fieldView } from '../../fields/index.ts';
import type { ListState } from '../list-params.ts';
import type { Selection } from '../table/use-selection.ts';
import { useAlong } from './along.ts';
import { bulkWords } from './bulk.words.ts';
import { useSayAlong } from './say-along.ts';
import type { Giving } from './use-give.ts';
import classes from './bulk.module.css';

interface Props {
  object: ScreenObject;
  owner: ScreenField;
  state: ListState;
  selection: Selection;
  count: number;
  named(count: number): { count: string; name: string };
  onGive(giving: Giving): void;
  onClose(): void;
}

/** Whom to give all that is selected to, and what goes along: all of it unless one says otherwise. */
export function Give({ object, owner, state, selection, count, named, onGive, onClose }: Props) {
  const t = useWords(bulkWords);
  const { language, timeZone } = useLanguage();
  const say = useSayAlong();
  const along = useAlong(object.path, state, selection);
  const [value, setValue] = useState<unknown>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const canGive = value !== null && value !== '' && along !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!canGive) return;
    const view = fieldView(owner);
    onClose();
    onGive({
      owner: view.toInput?.(value, owner) ?? value,
      who: view.toText(value, owner, language, timeZone),
      along: along.map(({ relation }) => relation).filter((key) => !left.has(key)),
    });
  };
  return (
    <form className={classes.panel} onSubmit={submit}>
      <FieldOwner object={object.key}>
        <FieldEdit field={owner} value={value} onChange={setValue} autoFocus />
      </FieldOwner>
      {along === undefined && <Skeleton height={20} />}
      {along?.map((each) => (
        <Switch
          key={each.relation}
          checked={!left.has(each.relation)}
          label={t('giveAlong', say(each.object, each.count))}
          description={say.state(each)}
          onChange={({ currentTarget: { checked } }) =>
            setLeft((before) => {
              const next = new Set(before);
              if (checked) next.delete(each.relation);
              else next.add(each.relation);
              return next;
            })
          }
        />
      ))}
      <DialogFoot onCancel={onClose}>
        <Button type="submit" disabled={!canGive}>
          {t('give', named(count))}
        </Button>
      </DialogFoot>
    </form>
  );
}
