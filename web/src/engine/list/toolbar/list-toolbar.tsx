import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { openForm } from '../../form/open-form.ts';
import { inSentence } from '../in-sentence.ts';
import type { ListControl } from '../list-state.ts';
import { listWords } from '../list.words.ts';
import type { ColumnShape } from '../use-column-shape.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { GroupMenu } from './group-menu.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { MoreMenu } from './more-menu.tsx';
import { SortMenu } from './sort-menu.tsx';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  object: ScreenObject;
  control: ListControl;
  shape: ColumnShape;
  onPrint(): void;
}

export function ListToolbar({ object, control, shape, onPrint }: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const { state, change } = control;
  const isTable = state.mode === 'table';
  return (
    <div role="toolbar" aria-label={t('toolbar')} className={classes.bar}>
      <div className={classes.filters}>
        {state.q !== undefined && (
          <SearchChip words={state.q} onClear={() => change({ q: undefined })} />
        )}
        <FilterBar object={object} where={state.where} onChange={(where) => change({ where })} />
      </div>
      <div className={classes.tools}>
        {isTable && <GroupMenu object={object} group={state.group} onChange={change} />}
        {state.mode !== 'chart' && (
          <SortMenu object={object} sort={state.sort} onChange={(sort) => change({ sort })} />
        )}
        {isTable && <ColumnsMenu object={object} control={control} shape={shape} />}
        <ModeSwitch mode={state.mode} onChange={(mode) => change({ mode })} />
        <MoreMenu
          object={object}
          state={state}
          onMode={(mode) => change({ mode })}
          onPrint={onPrint}
        />
        {object.inNavigation && object.rights.create && (
          <Button
            className={classes.primary ?? ''}
            leftSection={<IconPlus size={16} stroke={1.7} />}
            onClick={() => openForm({ object: object.key })}
          >
            {t('add', { name: inSentence(label(object.label)) })}
          </Button>
        )}
      </div>
    </div>
  );
}

function SearchChip({ words, onClear }: { words: string; onClear(): void }) {
  const t = useWords(listWords);
  return (
    <span className={classes.search}>
      {t('searchedFor', { words })}
      <button
        type="button"
        className={classes.tool}
        aria-label={t('clearSearch')}
        onClick={onClear}
      >
        <IconX size={14} stroke={1.7} />
      </button>
    </span>
  );
}
