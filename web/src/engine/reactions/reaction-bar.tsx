import type { ReactionKind, Reactions } from '#shared/reactions.ts';
import { useWords } from '#web/words/language.tsx';
import { pictures } from './pictures.ts';
import classes from './reactions.module.css';
import { reactionsWords } from './reactions.words.ts';

interface Props {
  shown: readonly Reactions[];
  onReact(kind: ReactionKind): void;
}

/** How people reacted; a press joins in, or takes one's own back. */
export function ReactionBar({ shown, onReact }: Props) {
  const t = useWords(reactionsWords);
  return shown.map(({ kind, count, mine, names }) => {
    const Picture = pictures[kind];
    const label = t('chip', { name: t(kind), count, names: names.join(', ') });
    return (
      <button
        key={kind}
        type="button"
        className={classes.chip}
        aria-pressed={mine}
        aria-label={label}
        title={names.join(', ')}
        onClick={() => onReact(kind)}
      >
        <Picture size={16} stroke={1.7} aria-hidden />
        <span aria-hidden>{count}</span>
      </button>
    );
  });
}
