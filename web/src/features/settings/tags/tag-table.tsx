import { Link } from '@tanstack/react-router';
import { formatNumber } from '#shared/locale/number.ts';
import { Tag } from '#web/ui/tag.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { TagMenu } from './tag-menu.tsx';
import type { CountedTag, TagField } from './tags-query.ts';
import { tagsWords } from './tags.words.ts';
import classes from './tags-page.module.css';

interface Props {
  field: TagField;
  shown: readonly CountedTag[];
  tags: readonly CountedTag[];
}

/** Each tag with the records that carry it, one click away. */
export function TagTable({ field, shown, tags }: Props) {
  const t = useWords(tagsWords);
  const { language } = useLanguage();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('tag')}</th>
          <th scope="col" className={classes.count}>
            {t('records')}
          </th>
          <th scope="col">
            <span className="unseen">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((tag) => (
          <tr key={tag.id}>
            <th scope="row">
              <Tag>{tag.name}</Tag>
            </th>
            <td className={classes.count}>
              <Link
                to="/$objects"
                params={{ objects: field.object.path }}
                search={{ where: whereTag(field, tag) }}
                className={classes.link ?? ''}
                aria-label={t('showRecords', { count: tag.count, name: tag.name })}
              >
                {formatNumber(String(tag.count), language)}
              </Link>
            </td>
            <td className={classes.menu}>
              <TagMenu field={field} tag={tag} tags={tags} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const whereTag = ({ field }: TagField, { name }: CountedTag): string =>
  JSON.stringify({ field: field.key, op: 'hasAny', value: [name] });
