import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { SaveBar } from '../save-bar.tsx';
import { useTell } from '../use-tell.ts';
import { rolesWords } from './roles.words.ts';
import type { RightsDraft } from './use-rights-draft.ts';

interface Props {
  draft: RightsDraft;
  peopleOf: (role: Role) => number;
}

/** All changed roles at once, and how many people it is about. */
export function RightsSaveBar({ draft, peopleOf }: Props) {
  const t = useWords(rolesWords);
  const tell = useTell();
  if (draft.count === 0) return null;
  const people = draft.changed.reduce((sum, role) => sum + peopleOf(role), 0);
  const save = async () => {
    const count = draft.changed.length;
    try {
      await draft.save();
      notify({ tone: 'ok', text: t('saved', { count }) });
    } catch (error) {
      tell(error);
    }
  };
  return (
    <SaveBar
      title={t('changes', { count: draft.count })}
      text={t('changesFor', {
        count: people,
        roles: draft.changed.map(({ name }) => name).join(', '),
      })}
      discard={{ label: t('discard'), run: draft.discard }}
      save={{ label: t('save'), run: () => void save(), busy: draft.isSaving }}
    />
  );
}
