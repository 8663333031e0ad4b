import { IconArrowsSort } from '@tabler/icons-react';
import { lazy } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { readSort } from '../sort-terms.ts';
import { ToolPopover } from './tool-popover.tsx';
import { toolbarWords } from './toolbar.words.ts';

const SortPanel = lazy(async () => ({ default: (await import('./sort-panel.tsx')).SortPanel }));

interface Props {
  object: ScreenObject;
  sort: string | undefined;
  onChange(sort: string | undefined): void;
}

export function SortMenu(props: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const [first] = readSort(props.sort).flatMap(({ key }) => props.object.field.get(key) ?? []);
  const name = first ? t('sortBy', { name: label(first.label) }) : t('sort');
  return (
    <ToolPopover label={name} icon={IconArrowsSort} isOn={first !== undefined}>
      {() => <SortPanel {...props} />}
    </ToolPopover>
  );
}
