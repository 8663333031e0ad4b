import { Button, Select } from '@mantine/core';
import { IconAdjustments, IconPrinter } from '@tabler/icons-react';
import type { RecordData } from '#web/api/records.ts';
import { useMe, useObject } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './stalled.module.css';
import { stalledWords } from './stalled.words.ts';

interface Props {
  sheets: readonly RecordData[];
  id: string | undefined;
  isMaking: boolean;
  onPick(id: string): void;
  onMake(): void;
  onAllowed(): void;
}

/** Which sheet is looked at, a new one, and what is allowed. */
export function SheetBar({ sheets, id, isMaking, onPick, onMake, onAllowed }: Props) {
  const t = useWords(stalledWords);
  const me = useMe();
  const mayMake = useObject({ key: 'stalledSheet' })?.rights.create ?? false;
  return (
    <div className={classes.bar}>
      {sheets.length > 0 && (
        <Select
          className={classes.pick ?? ''}
          aria-label={t('sheet')}
          data={sheets.map((sheet) => ({ value: sheet.id, label: nameOf(sheet, me.id) }))}
          value={id ?? null}
          allowDeselect={false}
          onChange={(value) => value !== null && onPick(value)}
        />
      )}
      <span className={classes.gap} />
      {me.role.administrator && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconAdjustments size={16} stroke={1.7} aria-hidden />}
          onClick={onAllowed}
        >
          {t('allowed')}
        </Button>
      )}
      {id !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          className={classes.printer ?? ''}
          leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      )}
      {mayMake && (
        <Button
          variant={sheets.length > 0 ? 'default' : 'filled'}
          loading={isMaking}
          onClick={onMake}
        >
          {t('make')}
        </Button>
      )}
    </div>
  );
}

/** With whose it is, where it is somebody else's; two of one day are told apart by their time. */
function nameOf(sheet: RecordData, me: string): string {
  const owner = sheet['owner'];
  const theirs =
    typeof owner === 'object' && owner !== null && 'id' in owner && 'title' in owner
      ? owner.id !== me && typeof owner.title === 'string'
        ? owner.title
        : undefined
      : undefined;
  const name = typeof sheet['name'] === 'string' ? sheet['name'] : '';
  return theirs === undefined ? name : `${name} · ${theirs}`;
}
