import type { Label } from '#shared/define.ts';
import {
  addField,
  sayOfField,
  sayOfLayout,
  sayOfObject,
  type Draft,
  type NewField,
} from './draft.ts';
import { keptSections, type Drafted } from './drafted.ts';
import type { FieldSaid } from './objects-api.ts';
import { placeField } from './places.ts';

interface Put {
  field: NewField;
  places: { list: boolean; quickCreate: boolean; search: boolean };
  now: Drafted;
  /** Where a new one is added. */
  section: string | undefined;
  role: string;
  /** Sections the object itself has. */
  known: Readonly<Record<string, Label>>;
}

/** What the panel of a field says, in the draft: the field, and where else it shall stand. */
export function putField(before: Draft, { field, places, now, section, role, known }: Put): Draft {
  const { key } = field;
  const old = now.byKey.get(key);
  let draft = before;
  if (old) {
    const changes = differences(old, field);
    if (Object.keys(changes).length > 0) draft = sayOfField(draft, key, changes);
  } else {
    const stands = section !== undefined && Object.hasOwn(known, section);
    draft = addField(draft, { ...field, section: stands ? section : undefined });
    // Fields that nobody placed stand in the section of their own, or in the last one.
    const isPlaced = stands || section === undefined || now.sections.at(-1)?.key === section;
    if (!isPlaced || draft.layouts[role]?.sections)
      draft = sayOfLayout(draft, role, {
        sections: keptSections(
          placeField(now.sections, key, section ?? now.sections.at(-1)?.key ?? '', last),
          known,
        ),
      });
  }
  const list = withOrWithout(now.list, key, places.list);
  const search = withOrWithout(now.search, key, places.search);
  const quickCreate = withOrWithout(now.layout.quickCreate, key, places.quickCreate);
  if (list || search)
    draft = sayOfObject(draft, { ...(list && { list }), ...(search && { search }) });
  return quickCreate ? sayOfLayout(draft, role, { quickCreate }) : draft;
}

const last = Number.POSITIVE_INFINITY;

/** Undefined when it is so already. */
function withOrWithout(
  keys: readonly string[],
  key: string,
  isIn: boolean,
): readonly string[] | undefined {
  if (keys.includes(key) === isIn) return undefined;
  return isIn ? [...keys, key] : keys.filter((each) => each !== key);
}

/** What the panel changed; null where it took something away. */
function differences(old: FieldSaid, field: FieldSaid): Partial<FieldSaid> {
  const names = new Set([...Object.keys(old), ...Object.keys(field)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(old[name] ?? false) !== JSON.stringify(field[name] ?? false))
      .map((name) => [name, field[name] ?? null]),
  );
}
