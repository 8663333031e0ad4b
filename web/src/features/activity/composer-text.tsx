import { EagerTextBox } from '#web/engine/rich-text/eager-text-box.tsx';
import { useMentionable } from '#web/engine/rich-text/use-mentionable.ts';
import { Keys } from '#web/ui/keys.tsx';
import { useWords } from '#web/words/language.tsx';
import { activityWords } from './activity.words.ts';
import classes from './composer.module.css';
import type { ComposerTab } from './draft.ts';

interface Props {
  tab: ComposerTab;
  isOpen: boolean;
  value: string | null;
  onOpen(): void;
  onChange(html: string | null): void;
  onSubmit(): void;
}

/** What is said, in words. */
export function ComposerText({ tab, isOpen, ...rest }: Props) {
  const t = useWords(activityWords);
  const mentions = useMentionable();
  const placeholder = t(tab === 'note' ? 'placeholder' : (`${tab}Placeholder` as const));
  return (
    <div className={classes.text}>
      <EagerTextBox
        compact
        isOpen={isOpen}
        autoFocus={isOpen}
        aria-label={placeholder}
        placeholder={placeholder}
        mentions={mentions}
        hint={
          <span className={classes.key}>
            <Keys caps={['N']} />
          </span>
        }
        {...rest}
      />
    </div>
  );
}
