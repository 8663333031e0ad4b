import { Link } from '@tanstack/react-router';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { useObject } from '#web/engine/model.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { Import, ImportState } from './imports.ts';
import classes from './imports-page.module.css';
import { transferWords } from './transfer.words.ts';
import { useFigure } from './use-figure.ts';

const tones: Readonly<Record<ImportState, Tone>> = {
  waiting: 'idle',
  reading: 'info',
  needsChoice: 'warn',
  checking: 'info',
  checked: 'plan',
  running: 'info',
  done: 'ok',
  failed: 'bad',
  cancelled: 'closed',
  undoing: 'info',
  undone: 'closed',
};

/** One import in the list of them. */
export function ImportLine({ made }: { made: Import }) {
  const t = useWords(transferWords);
  const label = useLabel();
  const figure = useFigure();
  const { timeZone } = useLanguage();
  const object = useObject({ key: made.object });
  const { state, counts, total } = made;
  return (
    <tr>
      <td className={classes.file}>
        <Link to="/imports/$id" params={{ id: made.id }} className={classes.link}>
          {made.fileName}
        </Link>
      </td>
      <td data-label={t('object')}>{object ? label(object.pluralLabel) : made.object}</td>
      <td>
        <span className={classes.state}>
          <StatusGlyph tone={tones[state]} />
          {t(`state_${state}`)}
        </span>
      </td>
      <td className={classes.figure} data-label={t('rows')}>
        {counts.run
          ? `${figure(counts.run.created + counts.run.updated)} / ${figure(total ?? 0)}`
          : total === null
            ? ''
            : figure(total)}
      </td>
      <td data-label={t('by')}>{made.createdBy?.title ?? ''}</td>
      <td className={classes.at}>{formatDateTime(new Date(made.createdAt), timeZone)}</td>
    </tr>
  );
}
