import { FileButton, Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Reference } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';
import { PickedList } from './picked-list.tsx';
import { upload } from './upload.ts';

interface Props {
  items: readonly Reference[];
  onChange(items: Reference[]): void;
  most: number;
  disabled: boolean;
}

/** Files of a field: sent as soon as they are chosen, kept with the record when it is saved. */
export function FilesEdit({ items, onChange, most, disabled }: Props) {
  const t = useWords(fieldWords);
  const sending = useMutation({
    mutationFn: upload,
    onSuccess: (made) =>
      onChange([...items, ...made.map(({ id, name }) => ({ id, title: name }))].slice(-most)),
  });
  return (
    <div className={classes.stack}>
      <PickedList
        items={items}
        onRemove={(id) => onChange(items.filter((each) => each.id !== id))}
      />
      <FileButton
        multiple
        disabled={disabled}
        onChange={(files) => {
          if (files.length > 0) sending.mutate(files);
        }}
      >
        {(button) => (
          <Button
            {...button}
            variant="default"
            size="xs"
            leftSection={<IconUpload size={16} stroke={1.7} />}
            loading={sending.isPending}
          >
            {t('chooseFile')}
          </Button>
        )}
      </FileButton>
      {sending.error && <span className={classes.problem}>{sending.error.message}</span>}
    </div>
  );
}
