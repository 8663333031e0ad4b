import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { InlineBox } from '../../fields/inline-box.tsx';
import { useMe } from '../../model.ts';
import { useSave } from '../../records/save.ts';
import { titleOf } from '../../records/title.ts';
import type { Column } from '../columns.ts';
import { listWords } from '../list.words.ts';
import { showInPages } from '../show-in-pages.ts';
import { cellStyle } from './cell-style.ts';
import type { TableActions } from './table-actions.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData;
  column: Column;
  place: number;
  isLastPinned: boolean;
  actions: TableActions;
}

/** The box over the value; what was saved can be taken back. */
export function CellEdit({ object, record, column, place, isLastPinned, actions }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const { language } = useLanguage();
  const client = useQueryClient();
  const { id: me } = useMe();
  const { update } = useSave(object);
  const { field } = column;
  const undo = async ({ id, version }: RecordData) => {
    const back = await update(id, version, { [field.key]: record[field.key] ?? null });
    showInPages(client, object.path, back);
  };
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const letters = actions.boxed();
    const box = cell.current?.querySelector('input, textarea');
    if (letters === '' || !(box instanceof HTMLElement)) return;
    box.focus();
    // As if they were typed now, so that the box takes them in its own way.
    document.execCommand('insertText', false, letters);
  }, [actions]);
  const done = (saved?: RecordData) => {
    actions.edited();
    if (!saved || saved.version === record.version) return;
    showInPages(client, object.path, saved);
    const name = label(field.label);
    notify({
      tone: 'ok',
      text: t('edited', { field: name, title: titleOf(object, saved, language) }),
      action: { label: t('undo'), run: () => undo(saved) },
    });
  };
  const pinned = column.isPinned ? classes.pinned : '';
  const last = isLastPinned ? classes.lastPinned : '';
  return (
    <div
      ref={cell}
      role="gridcell"
      className={`${classes.cell} ${classes.editing} ${pinned} ${last}`}
      style={cellStyle(place, column)}
    >
      <InlineBox
        object={object}
        record={record}
        field={field}
        place="cell"
        // A row that is scrolled away takes its box along, not what was typed.
        keepAs={[me, record.id, field.key, 'cell'].join('.')}
        onClose={done}
      />
    </div>
  );
}
