import { IconLayoutRows } from '@tabler/icons-react';
import { lazy } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { readGroup } from '../groups.ts';
import { ToolPopover } from './tool-popover.tsx';
import { toolbarWords } from './toolbar.words.ts';

const GroupPanel = lazy(async () => ({ default: (await import('./group-panel.tsx')).GroupPanel }));

interface Props {
  object: ScreenObject;
  group: string | undefined;
  onChange(patch: { group: string | undefined }): void;
}

export function GroupMenu(props: Props) {
  const t = useWords(toolbarWords);
  const label = useLabel();
  const chosen = readGroup(props.group, props.object);
  const name = chosen ? t('groupBy', { name: label(chosen.field.label) }) : t('group');
  return (
    <ToolPopover label={name} icon={IconLayoutRows} isOn={chosen !== undefined}>
      {(close) => <GroupPanel {...props} close={close} />}
    </ToolPopover>
  );
}
