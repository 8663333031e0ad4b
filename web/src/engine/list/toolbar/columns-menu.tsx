import { IconColumns3 } from '@tabler/icons-react';
import { lazy } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import type { ListControl } from '../list-state.ts';
import type { ColumnShape } from '../use-column-shape.ts';
import { ToolPopover } from './tool-popover.tsx';
import { toolbarWords } from './toolbar.words.ts';

const ColumnsPanel = lazy(async () => ({
  default: (await import('./columns-panel.tsx')).ColumnsPanel,
}));

interface Props {
  object: ScreenObject;
  control: ListControl;
  shape: ColumnShape;
}

export function ColumnsMenu(props: Props) {
  const t = useWords(toolbarWords);
  return (
    <ToolPopover label={t('columns')} icon={IconColumns3}>
      {() => <ColumnsPanel {...props} />}
    </ToolPopover>
  );
}
