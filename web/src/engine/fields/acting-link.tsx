import { Fragment } from 'react';
import classes from './fields.module.css';

interface Props {
  scheme: 'mailto:' | 'tel:' | '';
  target: string;
  place: 'cell' | 'page' | 'card';
  children: string;
}

/** A link that acts, on pages; in a table a click is for the row. */
export function ActingLink({ scheme, target, place, children }: Props) {
  if (target === '' || place !== 'page') return children;
  const isOutside = scheme === '';
  // A value is a person's; other schemes than these could run.
  if (isOutside && !/^https?:\/\//i.test(target)) return children;
  return (
    <a
      className={classes.link}
      href={`${scheme}${target}`}
      {...(isOutside && { target: '_blank', rel: 'noopener noreferrer nofollow' })}
    >
      {/* Where it has to be broken, an address is between its two halves. */}
      {children.split(/(?<=@)/).map((part, i) => (
        <Fragment key={part}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </a>
  );
}
