import classes from './keys.module.css';

/** Key caps: `['Ctrl', 'K']`. */
export function Keys({ caps }: { caps: readonly string[] }) {
  return (
    <span className={classes.keys}>
      {caps.map((cap, place) => (
        // The same key may come twice.
        <kbd key={`${place} ${cap}`} className={classes.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
