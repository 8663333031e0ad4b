import { writeLink } from '#shared/record-link.ts';
import type { Reference } from '#web/api/records.ts';
import { address, get } from '#web/api/request.ts';
import { useLabel } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import { recentRecords } from '../../recent.ts';
import type { inputProps } from '../input-props.ts';
import { Picker } from '../picker.tsx';

interface Props {
  input: Partial<ReturnType<typeof inputProps>>;
  value?: Reference | null;
  /** Pairs that are chosen already. */
  without?: readonly string[];
  onChoose(chosen: Reference): void;
}

interface Hit {
  object: string;
  id: string;
  title: string;
}

const most = 20;

/** A record of any object, found as in the search of everything; before a word is typed, what was looked at last. */
export function LinkPicker({ input, value = null, without = [], onChoose }: Props) {
  const { byKey } = useModel();
  const say = useLabel();
  return (
    <Picker
      input={input}
      value={value}
      onChange={(chosen) => {
        if (chosen) onChoose({ id: chosen.id, title: chosen.title });
      }}
      clearable={false}
      isInline={false}
      source={['records', 'links']}
      find={async (q, signal) => {
        const { items } =
          q.trim() === ''
            ? { items: recentRecords() }
            : await get<{ items: Hit[] }>(address('search', { q, limit: String(most) }), signal);
        return items
          .map(({ object, id, title }) => ({
            id: writeLink({ object, id }),
            title,
            second: label(byKey.get(object)),
          }))
          .filter(({ id }) => !without.includes(id));
      }}
    />
  );

  function label(object: ReturnType<typeof byKey.get>): string {
    return object ? say(object.label) : '';
  }
}
