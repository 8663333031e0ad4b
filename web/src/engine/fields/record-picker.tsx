import { useModel } from '../model.ts';
import { queryRecords } from '#web/api/queries.ts';
import type { Reference } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { openForm } from '../form/open-form.ts';
import { titleOf } from '../records/title.ts';
import type { inputProps } from './input-props.ts';
import { Picker } from './picker.tsx';
import { typedName } from './typed-name.ts';
import { recentRecords } from '../recent.ts';
import { secondLine } from './second-line.ts';
import { UnseenPicker } from './unseen-picker.tsx';

interface Props {
  /** Key of the object whose records are chosen from. */
  objectKey: string;
  value: Reference | null;
  onChange(value: Reference | null): void;
  input?: Partial<ReturnType<typeof inputProps>>;
  /** Not among the choices: the record itself in a tree. */
  without?: readonly string[];
  clearable?: boolean;
  isInline?: boolean;
}

/** A record, found by any of its words, or made in place. */
export function RecordPicker(props: Props) {
  const {
    objectKey,
    value,
    onChange,
    input = {},
    without = [],
    clearable = true,
    isInline = false,
  } = props;
  const { byKey } = useModel();
  const { language, timeZone } = useLanguage();
  const object = byKey.get(objectKey);
  if (!object || object.title === null) return <UnseenPicker input={input} value={value} />;
  return (
    <Picker
      input={input}
      value={value}
      onChange={onChange}
      clearable={clearable}
      isInline={isInline}
      source={[object.path, language]}
      find={async (q, signal) => {
        const { items: found } = await queryRecords(
          object.path,
          { limit: 20, ...(q.trim() === '' ? { sort: '-updatedAt' } : { q }) },
          signal,
        );
        const items = q.trim() === '' ? recentFirst(found, recentIds(objectKey)) : found;
        return items
          .filter(({ id }) => !without.includes(id))
          .map((record) => ({
            id: record.id,
            title: titleOf(object, record, language),
            second: secondLine(object, record, { language, timeZone }),
          }));
      }}
      create={
        object.rights.create
          ? (name) =>
              new Promise((resolve) =>
                openForm({
                  object: objectKey,
                  values: typedName(object, name),
                  onDone: (record) =>
                    resolve({ id: record.id, title: titleOf(object, record, language) }),
                  onClose: () => resolve(null),
                }),
              )
          : undefined
      }
    />
  );
}

const recentIds = (object: string): string[] =>
  recentRecords()
    .filter((each) => each.object === object)
    .map(({ id }) => id);

/** What this person looked at last is likeliest meant; then what was changed last. */
function recentFirst<R extends { id: string }>(records: readonly R[], recent: string[]): R[] {
  const place = ({ id }: R) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return records.toSorted((a, b) => place(a) - place(b));
}
