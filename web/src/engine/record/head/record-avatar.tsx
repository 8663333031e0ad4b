import { Avatar } from '#web/ui/avatar.tsx';
import { glyphOf } from '../../records/record-glyphs.ts';
import { shapeOf } from '../../records/record-shapes.ts';
import { useOnPage } from '../record-context.tsx';

export function RecordAvatar() {
  const { object, record, title } = useOnPage();
  return (
    <Avatar
      name={title}
      kind={shapeOf(object, record)}
      size={40}
      glyph={glyphOf(object.key, record)}
    />
  );
}
