import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowUpRight,
  IconCornerUpLeft,
  IconDots,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { reactionKinds, type ReactionKind, type Reactions } from '#shared/reactions.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { asReference } from '../../fields/read-value.ts';
import { openForm } from '../../form/open-form.ts';
import { inSentence } from '../../list/in-sentence.ts';
import { useMe } from '../../model.ts';
import { pictures } from '../../reactions/pictures.ts';
import { reactionsWords } from '../../reactions/reactions.words.ts';
import { useSave } from '../../records/save.ts';
import { failureText } from '../people/failure-text.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

interface Props {
  entry: RecordEntry;
  object: ScreenObject;
  title: string;
  shown: readonly Reactions[];
  onReact(kind: ReactionKind): void;
  onReply?(): void;
  onEdit?(): void;
}

const icon = { size: 16, stroke: 1.7 };

/** What is done seldom with something in the thread. */
export function EntryMenu(props: Props) {
  const { entry, object, title, shown, onReact, onReply, onEdit } = props;
  const t = useWords(threadWords);
  const r = useWords(reactionsWords);
  const label = useLabel();
  const navigate = useNavigate();
  const { update, remove } = useSave(object);
  const { id: me } = useMe();
  const { id, version } = entry.values;
  const { pinned, reply } = object.timeline ?? {};
  const isPinned = pinned !== undefined && entry.values[pinned] === true;
  const isMine = asReference(entry.values['owner'])?.id === me;
  // A reply is its writer's own; who else may change it, the server knows.
  const canChange = object.rights.update !== 'none' && (isMine || reply !== true);
  const canRemove = object.rights.delete === 'all' || (object.rights.delete === 'some' && isMine);
  const doing = (work: Promise<unknown>) =>
    void work.catch((error: unknown) =>
      notify({
        tone: 'bad',
        text: t('failedToSave', { reason: failureText(error, t('offline')) }),
      }),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={28} aria-label={t('more', { title })}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.reactions}>
          {reactionKinds.map((kind) => {
            const Picture = pictures[kind];
            return (
              <Menu.CheckboxItem
                key={kind}
                closeMenuOnClick
                checkIcon={<></>}
                checked={shown.some((each) => each.kind === kind && each.mine)}
                aria-label={r(kind)}
                onChange={() => onReact(kind)}
              >
                <Picture {...icon} />
              </Menu.CheckboxItem>
            );
          })}
        </div>
        {onReply && (
          <Menu.Item leftSection={<IconCornerUpLeft {...icon} />} onClick={onReply}>
            {t('reply')}
          </Menu.Item>
        )}
        {pinned !== undefined && canChange && (
          <Menu.Item
            leftSection={isPinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
            onClick={() => doing(update(id, version, { [pinned]: !isPinned }, entry.values))}
          >
            {t(isPinned ? 'unpin' : 'pin')}
          </Menu.Item>
        )}
        {canChange && (
          <Menu.Item
            leftSection={<IconPencil {...icon} />}
            onClick={onEdit ?? (() => openForm({ object: object.key, recordId: id }))}
          >
            {t('edit')}
          </Menu.Item>
        )}
        {reply !== true && (
          <Menu.Item
            leftSection={<IconArrowUpRight {...icon} />}
            onClick={() =>
              void navigate({ to: '/$objects/$id', params: { objects: object.path, id } })
            }
          >
            {t('open', { object: inSentence(label(object.label)) })}
          </Menu.Item>
        )}
        {canRemove && (
          <Menu.Item
            leftSection={<IconTrash {...icon} />}
            color="var(--bad-ink)"
            onClick={() => doing(remove([id]))}
          >
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
