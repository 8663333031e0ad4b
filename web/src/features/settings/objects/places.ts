import type { LayoutSection } from '#shared/page-layout.ts';

export type Sections = readonly LayoutSection[];

/** Puts a field at a place of a section, out of where it was. */
export const placeField = (sections: Sections, field: string, into: string, at: number): Sections =>
  sections.map((section) => {
    const rest = section.fields.filter((key) => key !== field);
    if (section.key !== into) return { ...section, fields: rest };
    return { ...section, fields: rest.toSpliced(Math.min(at, rest.length), 0, field) };
  });

/** One step up or down, over the end of a section into the next one. */
export function stepField(sections: Sections, field: string, step: 1 | -1): Sections {
  const here = sections.findIndex(({ fields }) => fields.includes(field));
  const section = sections[here];
  if (!section) return sections;
  const at = section.fields.indexOf(field) + step;
  if (at >= 0 && at < section.fields.length) return placeField(sections, field, section.key, at);
  const next = sections[here + step];
  if (!next) return sections;
  return placeField(sections, field, next.key, step > 0 ? 0 : next.fields.length);
}

export function stepSection(sections: Sections, key: string, step: 1 | -1): Sections {
  const at = sections.findIndex((each) => each.key === key);
  const section = sections[at];
  if (!section || at + step < 0 || at + step >= sections.length) return sections;
  return sections.toSpliced(at, 1).toSpliced(at + step, 0, section);
}

/** Puts a section where another one stands. */
export function moveSection(sections: Sections, key: string, onto: string): Sections {
  const from = sections.findIndex((each) => each.key === key);
  const to = sections.findIndex((each) => each.key === onto);
  const section = sections[from];
  return section && to >= 0 ? sections.toSpliced(from, 1).toSpliced(to, 0, section) : sections;
}

/** Without a section; its fields go into the one before it, or behind it when it was the first. */
export function dropSection(sections: Sections, key: string): Sections {
  const at = sections.findIndex((each) => each.key === key);
  const heir = sections[at === 0 ? 1 : at - 1];
  const gone = sections[at];
  if (!gone || !heir) return sections;
  return sections.flatMap((section): LayoutSection[] => {
    if (section.key === key) return [];
    if (section.key !== heir.key) return [section];
    const fields =
      at === 0 ? [...gone.fields, ...section.fields] : [...section.fields, ...gone.fields];
    return [{ ...section, fields }];
  });
}

export const moveKey = (keys: readonly string[], key: string, at: number): string[] =>
  keys.filter((each) => each !== key).toSpliced(at, 0, key);
