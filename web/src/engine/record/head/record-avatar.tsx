import { Avatar } from '#web/ui/avatar.tsx';
import { glyphOf } from '../../records/record-glyphs.ts';
import { useOnPage } from '../record-context.tsx';

export function RecordAvatar() {
  const { object, record, title } = useOnPage();
  // Whose name has parts is a person.
  const isPerson = object.field.get(object.title ?? '')?.kind === 'fullName';
  return (
    <Avatar
      name={title}
      kind={isPerson ? 'person' : 'company'}
      size={40}
      glyph={glyphOf(object.key, record)}
    />
  );
}
