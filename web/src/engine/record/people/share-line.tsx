import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { GranteeGlyph } from './grantee-glyph.tsx';
import { peopleWords } from './people.words.ts';
import type { Share } from './use-shares.ts';
import classes from './people.module.css';

interface Props {
  share: Share;
  onChange(share: Share): void;
  onRemove(): void;
}

export function ShareLine({ share, onChange, onRemove }: Props) {
  const t = useWords(peopleWords);
  const { grantee, level } = share;
  const name = grantee.title ?? t('unknown');
  return (
    <li className={classes.line}>
      <GranteeGlyph kind={grantee.kind} name={name} />
      <span className={classes.name}>{name}</span>
      <NativeSelect
        size="xs"
        aria-label={`${t('level')}: ${name}`}
        value={level}
        onChange={(event) =>
          onChange({ grantee, level: event.currentTarget.value === 'update' ? 'update' : 'read' })
        }
        data={[
          { value: 'read', label: t('read') },
          { value: 'update', label: t('update') },
        ]}
      />
      <ActionIcon aria-label={t('remove', { name })} onClick={onRemove}>
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  );
}
