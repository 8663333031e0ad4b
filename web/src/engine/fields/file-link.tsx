import type { Reference } from '#web/api/records.ts';
import classes from './fields.module.css';

/** A file by its name; on pages it opens. */
export function FileLink({ file, place }: { file: Reference; place: 'cell' | 'page' | 'card' }) {
  if (place !== 'page') return file.title;
  return (
    <a className={classes.link} href={`/api/v1/files/${file.id}`} download>
      {file.title}
    </a>
  );
}
