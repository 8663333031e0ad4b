import type { ScreenObject } from '#web/api/model.ts';

/** What was typed into a picker, as the beginning of a new record: its title, or the first name one may write. */
export function typedName(object: ScreenObject, name: string): Record<string, unknown> {
  const isName = (key: string) => {
    const field = object.field.get(key);
    return field?.writable === true && (field.kind === 'text' || field.kind === 'fullName');
  };
  const key = [object.title, ...object.layout.quickCreate].find(
    (each) => each !== null && isName(each),
  );
  return key === undefined || key === null ? {} : { [key]: name };
}
