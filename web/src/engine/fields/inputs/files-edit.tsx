import { Button, FileButton, Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import type { Reference } from '#web/api/records.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { formatNumber } from '#shared/locale/number.ts';
import classes from '../fields.module.css';
import { fieldWords } from '../fields.words.ts';
import type { groupProps } from '../input-props.ts';
import { PickedList } from '../picked-list.tsx';
import { useUploads } from '../use-uploads.ts';

interface Props {
  items: readonly Reference[];
  onChange(items: Reference[]): void;
  most: number;
  disabled: boolean;
  autoFocus: boolean;
  group: ReturnType<typeof groupProps>;
}

/** Files of a field: sent as soon as they are chosen, kept with the record when it is saved. */
export function FilesEdit({ items, onChange, most, disabled, autoFocus, group }: Props) {
  const t = useWords(fieldWords);
  const { language } = useLanguage();
  const { sending, problem, start, stop } = useUploads((made) =>
    onChange([...items, ...made.map(({ id, name }) => ({ id, title: name }))].slice(-most)),
  );
  const percent = Math.round((sending?.part ?? 0) * 100);
  return (
    <div role="group" {...group} className={classes.stack}>
      <PickedList
        items={items}
        onRemove={(id) => onChange(items.filter((each) => each.id !== id))}
      />
      {sending ? (
        <div className={classes.stack} role="status">
          <span className={classes.beneath}>
            {t('uploading', { name: sending.name })} {formatNumber(String(percent), language)}%
            <Button variant="transparent" size="compact-xs" onClick={stop}>
              {t('stop')}
            </Button>
          </span>
          <Progress value={percent} size="xs" aria-label={t('uploading', { name: sending.name })} />
        </div>
      ) : (
        <FileButton
          multiple={most > 1}
          disabled={disabled}
          onChange={(chosen) => start([chosen].flat().filter((each) => each !== null))}
        >
          {(button) => (
            <Button
              {...button}
              autoFocus={autoFocus}
              variant="default"
              size="xs"
              className={classes.another ?? ''}
              leftSection={<IconUpload size={16} stroke={1.7} />}
            >
              {t('chooseFile')}
            </Button>
          )}
        </FileButton>
      )}
      {problem !== null && (
        <span className={classes.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
