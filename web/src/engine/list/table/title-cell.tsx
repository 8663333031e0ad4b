import type { MouseEvent } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { CompanyName } from '#web/ui/company-name.tsx';
import { useLanguage } from '#web/words/language.tsx';
import { glyphOf } from '../../records/record-glyphs.ts';
import { shapeOf } from '../../records/record-shapes.ts';
import { titleOf } from '../../records/title.ts';
import type { TableActions } from './table-actions.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData;
  /** Of the column, in pixels. */
  width: number;
  actions: TableActions;
}

/** Its edges and the picture. */
const beside = 52;
/** On average, of a name. */
const letterWidth = 7.4;

/** A real link, so that it opens in another tab as links do; a plain press stays in the application. */
export function TitleCell({ object, record, width, actions }: Props) {
  const { language } = useLanguage();
  const title = titleOf(object, record, language);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    actions.open(record);
  };
  return (
    <a
      href={`/${object.path}/${record.id}`}
      tabIndex={-1}
      className={classes.title}
      onClick={follow}
      draggable={false}
    >
      {object.reach === 'owned' && (
        <Avatar name={title} kind={shapeOf(object, record)} glyph={glyphOf(object.key, record)} />
      )}
      <span className={classes.text}>
        <CompanyName name={title} room={(width - beside) / letterWidth} />
      </span>
    </a>
  );
}
