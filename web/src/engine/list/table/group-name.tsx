import type { ScreenField } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { fieldView } from '../../fields/index.ts';
import { bucketText, type Bucket } from '../groups.ts';
import { listWords } from '../list.words.ts';

interface Props {
  field: ScreenField;
  bucket: Bucket | undefined;
  value: unknown;
}

/** The value that a group has in common. */
export function GroupName({ field, bucket, value }: Props) {
  const t = useWords(listWords);
  const { language } = useLanguage();
  if (value === null || value === undefined) return t('noValue');
  if (bucket !== undefined && typeof value === 'string')
    return bucketText(value, bucket, language, t);
  const { Show, several = false } = fieldView(field);
  // Grouped by each of several; their kind shows them all.
  return <Show value={several ? [value] : value} field={field} place="cell" />;
}
