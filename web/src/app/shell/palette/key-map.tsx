import { useAllCommands, type Command } from '#web/engine/commands/commands.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { capsOf } from '../show-keys.ts';
import { shellWords } from '../shell.words.ts';
import classes from './key-map.module.css';
import { closePalette } from './palette-state.ts';

/** All keys that do something on the page one is on. */
export function KeyMap() {
  const t = useWords(shellWords);
  const withKeys = useAllCommands().filter(({ keys }) => keys !== undefined);
  const go = t('go');
  // What can be done here before where else one could go, which is long and has a column of its own.
  const groups = [...Map.groupBy(withKeys, ({ group }) => group ?? t('anywhere'))].toSorted(
    ([one], [other]) => Number(one === go) - Number(other === go),
  );
  return (
    <Dialog onClose={closePalette} size={640} title={t('keys')}>
      <div className={classes.map}>
        {groups.map(([title, commands]) => (
          <section key={title} className={classes.group}>
            <h3 className={classes.heading}>{title}</h3>
            <dl className={classes.lines}>
              {commands.map((command) => (
                <Line key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.note}>{t('keysNote')}</p>
    </Dialog>
  );
}

function Line({ command: { label, keys = '' } }: { command: Command }) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd className={classes.keys}>
        <Keys caps={capsOf(keys)} />
      </dd>
    </div>
  );
}
